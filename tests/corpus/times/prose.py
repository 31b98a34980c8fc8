"""Prose without a single date, put together from sentences of four trades: it reads on, and never says when."""

from __future__ import annotations

from itertools import cycle, islice, product

RECIPES = (
    "Peel {0} and cut them into thin slices.",
    "Warm {1} in a heavy pan until it shimmers.",
    "Add {0}, stir well, and let them take on some colour.",
    "Season with salt, 1/2 teaspoon of pepper and a little nutmeg.",
    "Pour in 250 ml of stock and bring it slowly to the boil.",
    "You may use {1} instead, but the crust will be softer.",
    "Fold {0} into the dough with a wooden spoon; do not beat it.",
    "Set the oven to 180 degrees and butter a tin of 24 cm.",
    "Spread {1} over the base and press it down with the back of a spoon.",
    "Serve with {0} and a green salad.",
    "If the sauce splits, whisk in 2 spoons of cold water.",
    "This makes enough for 4 to 6 people.",
)
RECIPE_WORDS = (
    (
        "the carrots",
        "the shallots",
        "two firm pears",
        "200 g of mushrooms",
        "the beans",
        "half of the walnuts",
        "the leeks",
    ),
    ("the butter", "olive oil", "a pound of cream", "the broth", "clear honey", "the batter"),
)
SPORT = (
    "{0} beat {1} 3-1 after trailing at the break.",
    "{1} had the ball in the net from a corner, but the flag was up.",
    "The keeper of {0} saved two penalties and was carried off on shoulders.",
    "{0} won the toss and put {1} in to bat on a green wicket.",
    "It was a match that {1} will not want to remember.",
    "The captain said his side had played without fear, and it may have been so.",
    "{1} lost 6-4, 7-6 to a player ranked 112 places below.",
    "A crowd of 21,400 sang from the first whistle to the last.",
    "{0} lead the table by 7 points and have scored 48 goals.",
    "She cleared 1.96 metres with her second jump and fell on the third.",
    "The referee waved play on, and {1} broke down the left.",
    "The coach of {0} sat on the bench and did not stir.",
)
SPORT_WORDS = (
    ("Rovers", "the home side", "Athletic", "the Harriers", "the champions", "Wanderers", "Albion"),
    ("United", "the visitors", "the Falcons", "Borough", "Rangers", "the students"),
)
SOFTWARE = (
    "The function {0} returns a list of pairs and raises an error where the key is missing.",
    "Version 2.4.1 of {1} reads its settings from a file called config.toml.",
    "Set the port to 8080 and the host to 127.0.0.1 before you start {1}.",
    "If {0} is called with no argument, it falls back to the default of 64 workers.",
    "A lock is held while {1} writes its index, so readers may have to wait.",
    "The test suite of {1} has 1,482 cases and runs on 3 systems.",
    "Calling {0} from two threads is safe; calling it from a signal handler is not.",
    "Memory use grows with the number of rows, at about 48 bytes for each of them.",
    "Error 4031 means that {1} could not open the socket.",
    "Pass the flag --verbose to see what {0} does with each line.",
    "The cache of {1} holds 512 entries and drops those that were least used.",
    "See chapter 7 of the manual for what {0} does with an empty string.",
)
SOFTWARE_WORDS = (
    ("parse_header", "open_store", "merge_rows", "the scanner", "fold_left", "the public call", "read_block"),
    ("the server", "the indexer", "the client library", "our build tool", "the gateway", "the linker"),
)
LAW = (
    "{0} shall give notice to {1} in writing.",
    "Nothing in this clause may be read as a waiver of the rights of {1}.",
    "Where {0} fails to perform, {1} may claim damages under section 12.",
    "The court held that {0} had not acted in good faith.",
    "Under article 6, {1} is entitled to be heard by an impartial tribunal.",
    "{0} must keep the goods insured against fire, theft and flood.",
    "The burden of proof lies with {0}, who must show that the loss was foreseen.",
    "Any dispute between {0} and {1} shall be settled by three arbitrators.",
    "A clause that is void does not affect the others.",
    "{1} appealed on two grounds, and the second was upheld.",
    "The deed was signed by {0} and sealed in the presence of two witnesses.",
    "No person may be compelled to give evidence against himself.",
)
LAW_WORDS = (
    ("the seller", "the tenant", "the carrier", "the trustee", "the licensee", "the employer", "the insurer"),
    ("the buyer", "the landlord", "the consignee", "the heirs", "the licensor", "the bank"),
)


def prose(size: int) -> str:
    """At least so many characters of prose, in paragraphs, the same at every call."""
    paragraphs: list[str] = []
    length = 0
    trades = ((RECIPES, RECIPE_WORDS), (SPORT, SPORT_WORDS), (SOFTWARE, SOFTWARE_WORDS), (LAW, LAW_WORDS))
    fillings = [cycle(product(*words)) for _, words in trades]
    turns = [cycle(sentences) for sentences, _ in trades]
    for number in cycle(range(len(trades))):
        lines = [sentence.format(*next(fillings[number])) for sentence in islice(turns[number], 7)]
        paragraphs.append(" ".join(sentence[0].upper() + sentence[1:] for sentence in lines))
        length += len(paragraphs[-1]) + 2
        if length >= size:
            return "\n\n".join(paragraphs)
    raise AssertionError("the cycle does not end")
