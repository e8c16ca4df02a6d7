-- A small scope is compared one by one and exactly; the graph would be walked in vain through others' vectors.
CREATE INDEX vectors_scope ON knowledge.vectors (collection);
