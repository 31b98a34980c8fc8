-- Notes the part that each mention is in now (temp table labelled).
UPDATE core.merge_member AS m SET part = l.part FROM labelled AS l WHERE m.number = l.number;
