-- Number of the round whose ids a submission was built on; null for those accepted before this was kept.
ALTER TABLE submissions ADD COLUMN ids_round INTEGER;
