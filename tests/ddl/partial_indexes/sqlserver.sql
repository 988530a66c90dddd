-- refused: jobs: sqlserver: index `ix_jobs_open` cannot hold only some of the rows: the condition of an index can only be comparisons joined by `and`
--   help: write `done = false`

-- create
CREATE TABLE [hands] (
    [id] BIGINT NOT NULL,
    [worker] BIGINT NULL,
    [state] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [done] BIT NOT NULL,
    [made_at] DATETIMEOFFSET(6) NOT NULL,
    CONSTRAINT [pk_hands] PRIMARY KEY ([id])
);
CREATE UNIQUE INDEX [ix_hands_worker] ON [hands] ([worker]) WHERE [worker] IS NOT NULL AND [state] = N'in hand';

-- drop
DROP TABLE [hands];
