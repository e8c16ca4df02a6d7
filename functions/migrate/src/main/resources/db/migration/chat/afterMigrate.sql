-- Each deploy leaves a year of partitions ahead.
SELECT chat.make_partitions(12);
