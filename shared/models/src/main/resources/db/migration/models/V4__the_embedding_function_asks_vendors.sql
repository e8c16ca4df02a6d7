-- The embedding function asks the models that administrators set up, with their keys, and masks as they say.
GRANT USAGE ON SCHEMA models TO embedding_rt;
GRANT SELECT ON models.entries, models.keys, models.mask_patterns TO embedding_rt;
