-- a column is added
ALTER TABLE [people] ADD [town] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL;
-- back
ALTER TABLE [people] DROP COLUMN [town];

-- a column is added with a default
ALTER TABLE [people] ADD [visits] INT CONSTRAINT [df_people_visits] DEFAULT 7 NULL;
UPDATE [people] SET [visits] = 7;
-- back
ALTER TABLE [people] DROP CONSTRAINT [df_people_visits];
ALTER TABLE [people] DROP COLUMN [visits];

-- a required column is added with a default
ALTER TABLE [people] ADD [visits] INT CONSTRAINT [df_people_visits] DEFAULT 7 NOT NULL;
-- back
ALTER TABLE [people] DROP CONSTRAINT [df_people_visits];
ALTER TABLE [people] DROP COLUMN [visits];

-- a truth value is added
ALTER TABLE [people] ADD [member] BIT CONSTRAINT [df_people_member] DEFAULT 1 NOT NULL;
-- back
ALTER TABLE [people] DROP CONSTRAINT [df_people_member];
ALTER TABLE [people] DROP COLUMN [member];

-- a column goes, and others come
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ADD [floor] BIGINT NULL;
ALTER TABLE [people] ADD [born] DATE NULL;
ALTER TABLE [people] DROP COLUMN [age];
-- back
ALTER TABLE [people] ADD [age] INT NULL;
ALTER TABLE [people] DROP COLUMN [floor];
ALTER TABLE [people] DROP COLUMN [born];
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);

-- a required column is added without a value
-- refused: the rows that are in `people` need a value for `town`; give a default, make it an `Option`, or say which value they get (`backfill`)
-- back
ALTER TABLE [people] DROP COLUMN [town];

-- a required column is added with a value for the rows
ALTER TABLE [people] ADD [town] NVARCHAR(30) COLLATE Latin1_General_100_BIN2 NULL;
UPDATE [people] SET [town] = LOWER([name]);
ALTER TABLE [people] ALTER COLUMN [town] NVARCHAR(30) COLLATE Latin1_General_100_BIN2 NOT NULL;
-- back
ALTER TABLE [people] DROP COLUMN [town];

-- a computed column is added
ALTER TABLE [people] ADD [twice] AS (CAST(CAST([age] AS bigint) + [age] AS INT)) PERSISTED;
-- back
ALTER TABLE [people] DROP COLUMN [twice];

-- a column is dropped
ALTER TABLE [people] DROP COLUMN [paid];
-- back
ALTER TABLE [people] ADD [paid] DECIMAL(8, 2) NULL;

-- a column gets another name
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people.paid'; EXEC sp_rename @path, N'settled', N'COLUMN';
-- back
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people.settled'; EXEC sp_rename @path, N'paid', N'COLUMN';

-- a column that others are computed from gets another name
ALTER TABLE [people] DROP COLUMN [upper_name];
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people.name'; EXEC sp_rename @path, N'full_name', N'COLUMN';
ALTER TABLE [people] ADD [upper_name] AS (UPPER([full_name])) PERSISTED;
-- back
ALTER TABLE [people] DROP COLUMN [upper_name];
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people.full_name'; EXEC sp_rename @path, N'name', N'COLUMN';
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;

-- a number gets wider
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ALTER COLUMN [age] BIGINT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);
-- back
-- first: `people.age` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM [people] WHERE [age] > 2147483647 OR [age] < -2147483648;
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ALTER COLUMN [age] INT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);

-- a number gets narrower
-- first: `people.age` is not within -32768 and 32767: SELECT COUNT(*) FROM [people] WHERE [age] > 32767 OR [age] < -32768;
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ALTER COLUMN [age] SMALLINT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);
-- back
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ALTER COLUMN [age] INT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);

-- a text gets shorter
-- first: `people.name` is longer than 20 characters: SELECT COUNT(*) FROM [people] WHERE (LEN([name] + N'.') - 1) > 20;
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] DROP COLUMN [upper_name];
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;
CREATE INDEX [idx_people_name] ON [people] ([name]);
-- back
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] DROP COLUMN [upper_name];
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;
CREATE INDEX [idx_people_name] ON [people] ([name]);

-- a text becomes one of some values
-- first: `people.name` is none of a, b: SELECT COUNT(*) FROM [people] WHERE [name] NOT IN (N'a', N'b');
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] DROP COLUMN [upper_name];
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(1) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_name] CHECK ([name] IN (N'a', N'b'));
CREATE INDEX [idx_people_name] ON [people] ([name]);
-- back
ALTER TABLE [people] DROP CONSTRAINT [ck_people_name];
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;
CREATE INDEX [idx_people_name] ON [people] ([name]);

-- a number becomes a text
-- refused: the values of `people.age` cannot become text from i32: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.age` cannot become i32 from text: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one

-- a decimal gets fewer digits after the point
-- refused: the values of `people.paid` cannot become decimal(8, 1) from decimal(8, 2): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.paid` cannot become decimal(8, 2) from decimal(8, 1): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one

-- a number becomes a truth value
-- refused: the values of `people.member` cannot become bool from i16: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.member` cannot become i16 from bool: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one

-- a column is numbered no longer
-- refused: on sqlserver the column `people.id` cannot cease to be numbered; make a new table, and take the rows over
-- back
-- refused: on sqlserver the column `people.id` cannot begin to be numbered; make a new table, and take the rows over

-- a check, an index and a reference get another name
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] ADD CONSTRAINT [ck_people_years] CHECK ([age] >= 0);
CREATE INDEX [idx_people_called] ON [people] ([name]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_people] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;
-- back
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_people];
ALTER TABLE [people] DROP CONSTRAINT [ck_people_years];
DROP INDEX [idx_people_called] ON [people];
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);
CREATE INDEX [idx_people_name] ON [people] ([name]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;

-- a decimal becomes a binary fraction
-- refused: the values of `people.paid` cannot become f64 from decimal(8, 2): a binary fraction is not a decimal one, and each engine rounds its own way; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.paid` cannot become decimal(8, 2) from f64: a binary fraction is not a decimal one, and each engine rounds its own way; add another column, fill it in a migration of your own, and drop this one

-- a text becomes a number
-- refused: the values of `people.floor` cannot become i64 from varchar(20): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.floor` cannot become varchar(20) from i64: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one

-- a text becomes a decimal
-- refused: the values of `people.fee` cannot become decimal(6, 2) from text: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.fee` cannot become text from decimal(6, 2): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one

-- a text becomes a day
-- refused: the values of `people.born` cannot become date from varchar(20): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.born` cannot become varchar(20) from date: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one

-- a time becomes a day
-- refused: the values of `people.seen` cannot become date from timestamp: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.seen` cannot become timestamp from date: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one

-- a UUID becomes a text
-- refused: the values of `people.code` cannot become varchar(36) from uuid: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.code` cannot become uuid from varchar(36): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one

-- an enumeration gets other values
-- first: `people.state` is none of lost, new: SELECT COUNT(*) FROM [people] WHERE [state] NOT IN (N'lost', N'new');
ALTER TABLE [people] DROP CONSTRAINT [ck_people_state];
ALTER TABLE [people] ALTER COLUMN [state] NVARCHAR(4) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_state] CHECK ([state] IN (N'lost', N'new'));
-- back
-- first: `people.state` is none of new, old: SELECT COUNT(*) FROM [people] WHERE [state] NOT IN (N'new', N'old');
ALTER TABLE [people] DROP CONSTRAINT [ck_people_state];
ALTER TABLE [people] ALTER COLUMN [state] NVARCHAR(3) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_state] CHECK ([state] IN (N'new', N'old'));

-- a numbered column is added and is the key
ALTER TABLE [visits] DROP CONSTRAINT [pk_visits];
ALTER TABLE [visits] ADD [number] BIGINT IDENTITY(1, 1) NOT NULL;
ALTER TABLE [visits] ADD CONSTRAINT [pk_visits] PRIMARY KEY ([number]);
-- back
-- first: `visits`: the same values of id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM [visits] WHERE [id] IS NOT NULL GROUP BY [id] HAVING COUNT(*) > 1) v;
ALTER TABLE [visits] DROP CONSTRAINT [pk_visits];
ALTER TABLE [visits] DROP COLUMN [number];
ALTER TABLE [visits] ADD CONSTRAINT [pk_visits] PRIMARY KEY ([id]);

-- a computed column changes
ALTER TABLE [people] DROP COLUMN [upper_name];
ALTER TABLE [people] ADD [upper_name] AS (LOWER([name])) PERSISTED;
-- back
ALTER TABLE [people] DROP COLUMN [upper_name];
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;

-- a table goes
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
DROP TABLE [visits];
-- back
CREATE TABLE [visits] ( [id] BIGINT NOT NULL, [person_id] BIGINT NOT NULL, CONSTRAINT [pk_visits] PRIMARY KEY ([id]), CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE );

-- a column becomes required
-- first: `people.age` is NULL: SELECT COUNT(*) FROM [people] WHERE [age] IS NULL;
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ALTER COLUMN [age] INT NOT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);
-- back
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ALTER COLUMN [age] INT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);

-- a column becomes required, with a value for those without
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT COALESCE([age], 0) AS [age] FROM [people]) t WHERE NOT ([age] >= 0);
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
UPDATE [people] SET [age] = 0 WHERE [age] IS NULL;
ALTER TABLE [people] ALTER COLUMN [age] INT NOT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);
-- back
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ALTER COLUMN [age] INT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);

-- a column need not be there
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] DROP COLUMN [upper_name];
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;
CREATE INDEX [idx_people_name] ON [people] ([name]);
-- back
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] DROP COLUMN [upper_name];
UPDATE [people] SET [name] = N'' WHERE [name] IS NULL;
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;
CREATE INDEX [idx_people_name] ON [people] ([name]);

-- a default comes
ALTER TABLE [people] ADD CONSTRAINT [df_people_age] DEFAULT 1 FOR [age];
-- back
ALTER TABLE [people] DROP CONSTRAINT [df_people_age];

-- a unique constraint comes
-- first: `people`: the same values of name more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM [people] WHERE [name] IS NOT NULL GROUP BY [name] HAVING COUNT(*) > 1) v;
ALTER TABLE [people] ADD CONSTRAINT [uq_people_name] UNIQUE ([name]);
-- back
ALTER TABLE [people] DROP CONSTRAINT [uq_people_name];

-- a check changes
-- first: `people`: not age > 0: SELECT COUNT(*) FROM [people] WHERE NOT ([age] > 0);
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] > 0);
-- back
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM [people] WHERE NOT ([age] >= 0);
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);

-- an index changes
DROP INDEX [idx_people_name] ON [people];
CREATE INDEX [idx_people_name] ON [people] ([name] DESC);
-- back
DROP INDEX [idx_people_name] ON [people];
CREATE INDEX [idx_people_name] ON [people] ([name]);

-- a reference changes
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]);
-- back
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;

-- a primary key changes
-- first: `visits`: the same values of id, person_id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM [visits] WHERE [id] IS NOT NULL AND [person_id] IS NOT NULL GROUP BY [id], [person_id] HAVING COUNT(*) > 1) v;
ALTER TABLE [visits] DROP CONSTRAINT [pk_visits];
ALTER TABLE [visits] ADD CONSTRAINT [pk_visits] PRIMARY KEY ([id], [person_id]);
-- back
-- first: `visits`: the same values of id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM [visits] WHERE [id] IS NOT NULL GROUP BY [id] HAVING COUNT(*) > 1) v;
ALTER TABLE [visits] DROP CONSTRAINT [pk_visits];
ALTER TABLE [visits] ADD CONSTRAINT [pk_visits] PRIMARY KEY ([id]);

-- a table gets another name
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people'; EXEC sp_rename @path, N'patients';
-- back
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.patients'; EXEC sp_rename @path, N'people';

-- a table comes and refers to another
CREATE TABLE [bills] ( [id] BIGINT NOT NULL, [person_id] BIGINT NOT NULL, CONSTRAINT [pk_bills] PRIMARY KEY ([id]), CONSTRAINT [fk_bills_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE );
-- back
ALTER TABLE [bills] DROP CONSTRAINT [fk_bills_person_id];
DROP TABLE [bills];

-- comments come
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'who they are', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'people';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'in years', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'people', @level2type = N'COLUMN', @level2name = N'age';
-- back
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_dropextendedproperty @name = N'MS_Description', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'people';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_dropextendedproperty @name = N'MS_Description', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'people', @level2type = N'COLUMN', @level2name = N'age';

-- a default comes with another type
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] ALTER COLUMN [age] BIGINT NULL;
ALTER TABLE [people] ADD CONSTRAINT [df_people_age] DEFAULT 1 FOR [age];
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);
-- back
-- first: `people.age` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM [people] WHERE [age] > 2147483647 OR [age] < -2147483648;
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] DROP CONSTRAINT [df_people_age];
ALTER TABLE [people] ALTER COLUMN [age] INT NULL;
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);

-- a text loses its limit
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] DROP COLUMN [upper_name];
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NOT NULL;
-- back
-- first: `people.name` is longer than 40 characters: SELECT COUNT(*) FROM [people] WHERE (LEN([name] + N'.') - 1) > 40;
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;
CREATE INDEX [idx_people_name] ON [people] ([name]);

-- a column that is unique may be absent
-- first: `people`: the same values of age more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM [people] WHERE [age] IS NOT NULL GROUP BY [age] HAVING COUNT(*) > 1) v;
CREATE UNIQUE INDEX [uq_people_age] ON [people] ([age]) WHERE [age] IS NOT NULL;
-- back
DROP INDEX [uq_people_age] ON [people];

-- a column that is pointed to gets another name
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people.id'; EXEC sp_rename @path, N'number', N'COLUMN';
-- back
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people.number'; EXEC sp_rename @path, N'id', N'COLUMN';

-- a numbered column gets narrower
-- first: `people.id` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM [people] WHERE [id] > 2147483647 OR [id] < -2147483648;
-- first: `visits.person_id` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM [visits] WHERE [person_id] > 2147483647 OR [person_id] < -2147483648;
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
ALTER TABLE [people] DROP CONSTRAINT [pk_people];
ALTER TABLE [people] ALTER COLUMN [id] INT NOT NULL;
ALTER TABLE [visits] ALTER COLUMN [person_id] INT NOT NULL;
ALTER TABLE [people] ADD CONSTRAINT [pk_people] PRIMARY KEY ([id]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;
-- back
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
ALTER TABLE [people] DROP CONSTRAINT [pk_people];
ALTER TABLE [people] ALTER COLUMN [id] BIGINT NOT NULL;
ALTER TABLE [visits] ALTER COLUMN [person_id] BIGINT NOT NULL;
ALTER TABLE [people] ADD CONSTRAINT [pk_people] PRIMARY KEY ([id]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;

-- a table goes and another comes
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
DROP TABLE [visits];
CREATE TABLE [calls] ( [id] BIGINT NOT NULL, [person_id] BIGINT NOT NULL, CONSTRAINT [pk_visits] PRIMARY KEY ([id]), CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE );
-- back
ALTER TABLE [calls] DROP CONSTRAINT [fk_visits_person_id];
DROP TABLE [calls];
CREATE TABLE [visits] ( [id] BIGINT NOT NULL, [person_id] BIGINT NOT NULL, CONSTRAINT [pk_visits] PRIMARY KEY ([id]), CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE );

-- a reference comes that begins with the columns of another
-- first: `people`: the same values of id, name more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM [people] WHERE [id] IS NOT NULL AND [name] IS NOT NULL GROUP BY [id], [name] HAVING COUNT(*) > 1) v;
ALTER TABLE [visits] ADD [called] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE [people] ADD CONSTRAINT [uq_people_id_name] UNIQUE ([id], [name]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_called] FOREIGN KEY ([person_id], [called]) REFERENCES [people] ([id], [name]);
-- back
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_called];
ALTER TABLE [people] DROP CONSTRAINT [uq_people_id_name];
ALTER TABLE [visits] DROP COLUMN [called];

-- a reference goes, whose columns are the first ones of another
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
-- back
-- first: `visits`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM [visits] c WHERE c.[person_id] IS NOT NULL AND NOT EXISTS (SELECT 1 FROM [people] p WHERE p.[id] = c.[person_id]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;

-- a reference goes that begins with the columns of another
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_called];
-- back
-- first: `visits`: `fk_visits_called` points to no row of `people`: SELECT COUNT(*) FROM [visits] c WHERE c.[person_id] IS NOT NULL AND c.[called] IS NOT NULL AND NOT EXISTS (SELECT 1 FROM [people] p WHERE p.[id] = c.[person_id] AND p.[name] = c.[called]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_called] FOREIGN KEY ([person_id], [called]) REFERENCES [people] ([id], [name]);
