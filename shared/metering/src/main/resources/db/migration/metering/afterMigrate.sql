-- Each deploy leaves a year of partitions ahead.
SELECT metering.make_partitions(12);
