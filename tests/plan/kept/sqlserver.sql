-- a column is dropped
CREATE TABLE [_tablewright_aside_people_paid_75f6a308] ( [_tablewright_key_0] BIGINT NOT NULL, [_tablewright_value] DECIMAL(8, 2) NULL, CONSTRAINT [pk__tablewright_aside_people_paid_75f6a308] PRIMARY KEY ([_tablewright_key_0]) );
INSERT INTO [_tablewright_aside_people_paid_75f6a308] ([_tablewright_key_0], [_tablewright_value]) SELECT [id], [paid] FROM [people] WITH (TABLOCKX, HOLDLOCK) WHERE [paid] IS NOT NULL;
ALTER TABLE [people] DROP COLUMN [paid];
-- back
-- first: what was kept of `people.paid` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_people_paid_75f6a308] WHERE 1 = 0;
ALTER TABLE [people] ADD [paid] DECIMAL(8, 2) NULL;
UPDATE [people] SET [paid] = (SELECT [_tablewright_value] FROM [_tablewright_aside_people_paid_75f6a308] WHERE [_tablewright_key_0] = [id]);
DROP TABLE [_tablewright_aside_people_paid_75f6a308];
-- purged
DROP TABLE [_tablewright_aside_people_paid_75f6a308];

-- a required column that others are computed from is dropped
CREATE TABLE [_tablewright_aside_people_name_c8e97d77] ( [_tablewright_key_0] BIGINT NOT NULL, [_tablewright_value] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk__tablewright_aside_people_name_c8e97d77] PRIMARY KEY ([_tablewright_key_0]) );
INSERT INTO [_tablewright_aside_people_name_c8e97d77] ([_tablewright_key_0], [_tablewright_value]) SELECT [id], [name] FROM [people] WITH (TABLOCKX, HOLDLOCK) WHERE [name] IS NOT NULL;
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [people] DROP COLUMN [upper_name];
ALTER TABLE [people] DROP COLUMN [name];
-- back
-- first: what was kept of `people.name` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_people_name_c8e97d77] WHERE 1 = 0;
ALTER TABLE [people] ADD [name] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NULL;
UPDATE [people] SET [name] = COALESCE((SELECT [_tablewright_value] FROM [_tablewright_aside_people_name_c8e97d77] WHERE [_tablewright_key_0] = [id]), N'');
ALTER TABLE [people] ALTER COLUMN [name] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;
CREATE INDEX [idx_people_name] ON [people] ([name]);
DROP TABLE [_tablewright_aside_people_name_c8e97d77];
-- purged
DROP TABLE [_tablewright_aside_people_name_c8e97d77];

-- a column is dropped with its check
CREATE TABLE [_tablewright_aside_people_age_a45c3787] ( [_tablewright_key_0] BIGINT NOT NULL, [_tablewright_value] INT NULL, CONSTRAINT [pk__tablewright_aside_people_age_a45c3787] PRIMARY KEY ([_tablewright_key_0]) );
INSERT INTO [_tablewright_aside_people_age_a45c3787] ([_tablewright_key_0], [_tablewright_value]) SELECT [id], [age] FROM [people] WITH (TABLOCKX, HOLDLOCK) WHERE [age] IS NOT NULL;
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
ALTER TABLE [people] DROP COLUMN [age];
-- back
-- first: what was kept of `people.age` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_people_age_a45c3787] WHERE 1 = 0;
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT (SELECT [_tablewright_value] FROM [_tablewright_aside_people_age_a45c3787] WHERE [_tablewright_key_0] = [id]) AS [age] FROM [people]) t WHERE NOT ([age] >= 0);
ALTER TABLE [people] ADD [age] INT NULL;
UPDATE [people] SET [age] = (SELECT [_tablewright_value] FROM [_tablewright_aside_people_age_a45c3787] WHERE [_tablewright_key_0] = [id]);
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);
DROP TABLE [_tablewright_aside_people_age_a45c3787];
-- purged
DROP TABLE [_tablewright_aside_people_age_a45c3787];

-- a table goes
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
ALTER TABLE [visits] DROP CONSTRAINT [pk_visits];
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.visits'; EXEC sp_rename @path, N'_tablewright_aside_visits_c2ba9781';
ALTER TABLE [_tablewright_aside_visits_c2ba9781] ADD CONSTRAINT [pk__tablewright_aside_visits_c2ba9781] PRIMARY KEY ([id]);
-- back
-- first: what was kept of `visits` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_visits_c2ba9781] WHERE 1 = 0;
-- first: `_tablewright_aside_visits_c2ba9781`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM [_tablewright_aside_visits_c2ba9781] c WHERE c.[person_id] IS NOT NULL AND NOT EXISTS (SELECT 1 FROM [people] p WHERE p.[id] = c.[person_id]);
ALTER TABLE [_tablewright_aside_visits_c2ba9781] DROP CONSTRAINT [pk__tablewright_aside_visits_c2ba9781];
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'._tablewright_aside_visits_c2ba9781'; EXEC sp_rename @path, N'visits';
ALTER TABLE [visits] ADD CONSTRAINT [pk_visits] PRIMARY KEY ([id]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;
-- purged
DROP TABLE [_tablewright_aside_visits_c2ba9781];

-- a table and what it refers to go
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
ALTER TABLE [people] DROP CONSTRAINT [pk_people];
ALTER TABLE [people] DROP CONSTRAINT [ck_people_age];
DROP INDEX [idx_people_name] ON [people];
ALTER TABLE [visits] DROP CONSTRAINT [pk_visits];
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people'; EXEC sp_rename @path, N'_tablewright_aside_people_473f693b';
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.visits'; EXEC sp_rename @path, N'_tablewright_aside_visits_c2ba9781';
ALTER TABLE [_tablewright_aside_people_473f693b] DROP COLUMN [upper_name];
ALTER TABLE [_tablewright_aside_people_473f693b] ADD CONSTRAINT [pk__tablewright_aside_people_473f693b] PRIMARY KEY ([id]);
ALTER TABLE [_tablewright_aside_visits_c2ba9781] ADD CONSTRAINT [pk__tablewright_aside_visits_c2ba9781] PRIMARY KEY ([id]);
-- back
-- first: what was kept of `people` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_people_473f693b] WHERE 1 = 0;
-- first: what was kept of `visits` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_visits_c2ba9781] WHERE 1 = 0;
-- first: `_tablewright_aside_people_473f693b`: not age >= 0: SELECT COUNT(*) FROM [_tablewright_aside_people_473f693b] WHERE NOT ([age] >= 0);
-- first: `_tablewright_aside_visits_c2ba9781`: `fk_visits_person_id` points to no row of `_tablewright_aside_people_473f693b`: SELECT COUNT(*) FROM [_tablewright_aside_visits_c2ba9781] c WHERE c.[person_id] IS NOT NULL AND NOT EXISTS (SELECT 1 FROM [_tablewright_aside_people_473f693b] p WHERE p.[id] = c.[person_id]);
ALTER TABLE [_tablewright_aside_people_473f693b] DROP CONSTRAINT [pk__tablewright_aside_people_473f693b];
ALTER TABLE [_tablewright_aside_visits_c2ba9781] DROP CONSTRAINT [pk__tablewright_aside_visits_c2ba9781];
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'._tablewright_aside_people_473f693b'; EXEC sp_rename @path, N'people';
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'._tablewright_aside_visits_c2ba9781'; EXEC sp_rename @path, N'visits';
ALTER TABLE [people] ADD [upper_name] AS (UPPER([name])) PERSISTED;
ALTER TABLE [people] ADD CONSTRAINT [pk_people] PRIMARY KEY ([id]);
ALTER TABLE [people] ADD CONSTRAINT [ck_people_age] CHECK ([age] >= 0);
CREATE INDEX [idx_people_name] ON [people] ([name]);
ALTER TABLE [visits] ADD CONSTRAINT [pk_visits] PRIMARY KEY ([id]);
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;
-- purged
DROP TABLE [_tablewright_aside_people_473f693b];
DROP TABLE [_tablewright_aside_visits_c2ba9781];

-- a table gets another name, and a column of it is dropped
CREATE TABLE [_tablewright_aside_patients_paid_94158b37] ( [_tablewright_key_0] BIGINT NOT NULL, [_tablewright_value] DECIMAL(8, 2) NULL, CONSTRAINT [pk__tablewright_aside_patients_paid_94158b37] PRIMARY KEY ([_tablewright_key_0]) );
INSERT INTO [_tablewright_aside_patients_paid_94158b37] ([_tablewright_key_0], [_tablewright_value]) SELECT [id], [paid] FROM [people] WITH (TABLOCKX, HOLDLOCK) WHERE [paid] IS NOT NULL;
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.people'; EXEC sp_rename @path, N'patients';
ALTER TABLE [patients] DROP COLUMN [paid];
-- back
-- first: what was kept of `patients.paid` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_patients_paid_94158b37] WHERE 1 = 0;
DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + N'.patients'; EXEC sp_rename @path, N'people';
ALTER TABLE [people] ADD [paid] DECIMAL(8, 2) NULL;
UPDATE [people] SET [paid] = (SELECT [_tablewright_value] FROM [_tablewright_aside_patients_paid_94158b37] WHERE [_tablewright_key_0] = [id]);
DROP TABLE [_tablewright_aside_patients_paid_94158b37];
-- purged
DROP TABLE [_tablewright_aside_patients_paid_94158b37];

-- a column is dropped where a key has two
CREATE TABLE [_tablewright_aside_visits_note_a8e44ce7] ( [_tablewright_key_0] BIGINT NOT NULL, [_tablewright_key_1] BIGINT NOT NULL, [_tablewright_value] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL, CONSTRAINT [pk__tablewright_aside_visits_note_a8e44ce7] PRIMARY KEY ([_tablewright_key_0], [_tablewright_key_1]) );
INSERT INTO [_tablewright_aside_visits_note_a8e44ce7] ([_tablewright_key_0], [_tablewright_key_1], [_tablewright_value]) SELECT [id], [person_id], [note] FROM [visits] WITH (TABLOCKX, HOLDLOCK) WHERE [note] IS NOT NULL;
ALTER TABLE [visits] DROP COLUMN [note];
-- back
-- first: what was kept of `visits.note` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_visits_note_a8e44ce7] WHERE 1 = 0;
ALTER TABLE [visits] ADD [note] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL;
UPDATE [visits] SET [note] = (SELECT [_tablewright_value] FROM [_tablewright_aside_visits_note_a8e44ce7] WHERE [_tablewright_key_0] = [id] AND [_tablewright_key_1] = [person_id]);
DROP TABLE [_tablewright_aside_visits_note_a8e44ce7];
-- purged
DROP TABLE [_tablewright_aside_visits_note_a8e44ce7];

-- a required column that refers to rows is dropped
CREATE TABLE [_tablewright_aside_visits_person_id_4fb50b54] ( [_tablewright_key_0] BIGINT NOT NULL, [_tablewright_value] BIGINT NULL, CONSTRAINT [pk__tablewright_aside_visits_person_id_4fb50b54] PRIMARY KEY ([_tablewright_key_0]) );
INSERT INTO [_tablewright_aside_visits_person_id_4fb50b54] ([_tablewright_key_0], [_tablewright_value]) SELECT [id], [person_id] FROM [visits] WITH (TABLOCKX, HOLDLOCK) WHERE [person_id] IS NOT NULL;
ALTER TABLE [visits] DROP CONSTRAINT [fk_visits_person_id];
ALTER TABLE [visits] DROP COLUMN [person_id];
-- back
-- first: what was kept of `visits.person_id` is not there any more: SELECT COUNT(*) FROM [_tablewright_aside_visits_person_id_4fb50b54] WHERE 1 = 0;
-- first: `visits`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM (SELECT * FROM (SELECT COALESCE((SELECT [_tablewright_value] FROM [_tablewright_aside_visits_person_id_4fb50b54] WHERE [_tablewright_key_0] = [id]), 0) AS [person_id] FROM [visits]) t) c WHERE c.[person_id] IS NOT NULL AND NOT EXISTS (SELECT 1 FROM [people] p WHERE p.[id] = c.[person_id]);
ALTER TABLE [visits] ADD [person_id] BIGINT NULL;
UPDATE [visits] SET [person_id] = COALESCE((SELECT [_tablewright_value] FROM [_tablewright_aside_visits_person_id_4fb50b54] WHERE [_tablewright_key_0] = [id]), 0);
ALTER TABLE [visits] ALTER COLUMN [person_id] BIGINT NOT NULL;
ALTER TABLE [visits] ADD CONSTRAINT [fk_visits_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE;
DROP TABLE [_tablewright_aside_visits_person_id_4fb50b54];
-- purged
DROP TABLE [_tablewright_aside_visits_person_id_4fb50b54];

-- a column is dropped together with the key
-- refused: the values of `visits.person_id` are kept with the primary key of their rows, and that does not stay; drop the column before the key changes, or give its values up
