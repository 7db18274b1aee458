-- Tag files are read first now, so what was written down of checks that were broken off before says another thing.
DELETE FROM progress
