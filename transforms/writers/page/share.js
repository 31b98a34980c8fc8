/* What a reader passes on: paper, and the page within another page. */

const shareBox = document.getElementById("share-box"), snippet = document.getElementById("snippet");

/* A frame that shows what is shown now, without the controls. */
function frame() {
  const parts = new URLSearchParams(location.hash.slice(1));
  parts.set("embed", "yes");
  const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${quoted(`${location.href.split("#")[0]}#${parts}`)}" title="${quoted(D.title)}" width="100%" height="600" loading="lazy"></iframe>`;
}

/* Put words on the clipboard and say so on the button; where that is not allowed, they are selected, to be copied by hand. */
async function copyFrom(area, button) {
  try {
    await navigator.clipboard.writeText(area.value);
    button.textContent = "Copied";
  } catch {
    area.focus();
    area.select();
  }
}

function drawSnippet() {
  if (shareBox.open) snippet.value = frame();
}

shareBox.addEventListener("toggle", () => { writeNow(); drawSnippet(); drawAxis(); });
document.getElementById("copy-snippet").addEventListener("click", (happening) => copyFrom(snippet, happening.target));
document.getElementById("print").addEventListener("click", () => print());
