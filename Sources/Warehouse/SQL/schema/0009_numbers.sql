-- From here on revisions are numbered as they come. Numbers taken from hashes put each report somewhere in the middle of
-- every table: a dozen pages to be read and written anew for one report. What came before keeps its number. No output shows
-- them, and nothing is ordered by them.
UPDATE generation SET number = number + 1;
