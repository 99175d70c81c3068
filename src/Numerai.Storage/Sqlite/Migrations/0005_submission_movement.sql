-- Churn and turnover of a submission (JSON), and sentences for its participant (one a line).
ALTER TABLE submissions ADD COLUMN movement TEXT;
ALTER TABLE submissions ADD COLUMN notes TEXT;
