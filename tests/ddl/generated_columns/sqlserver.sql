-- refused: tags: sqlserver: `uq_tags_key` is unique over `key`, which is computed and may be NULL, and the condition that leaves out NULL cannot name it
--   help: make the column required

-- create
CREATE TABLE [rooms] (
    [id] BIGINT NOT NULL,
    [width] INT NOT NULL,
    [length] INT NOT NULL,
    [name] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [area] AS (CAST(CAST([width] AS bigint) * [length] AS INT)),
    [loud_name] AS (UPPER([name])) PERSISTED NOT NULL,
    CONSTRAINT [pk_rooms] PRIMARY KEY ([id]),
    CONSTRAINT [uq_rooms_loud_name] UNIQUE ([loud_name]),
    CONSTRAINT [ck_rooms_area_not_null] CHECK ((CAST([width] AS bigint) * [length]) IS NOT NULL),
    CONSTRAINT [ck_rooms_1] CHECK ((CAST([width] AS bigint) * [length]) > 0 AND [length] < 1000)
);
CREATE INDEX [ix_rooms_area] ON [rooms] ([area] DESC);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Computed numbers and texts, one of them unique and one in an index and a check.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The width.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'width';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The length.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'length';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The name.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Computed on each read.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'area';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Computed once and kept.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'loud_name';
CREATE TABLE [names] (
    [id] BIGINT NOT NULL,
    [first] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [shown] AS ([first] + N'!'),
    CONSTRAINT [pk_names] PRIMARY KEY ([id]),
    CONSTRAINT [ck_names_shown_not_null] CHECK (([first] + N'!') IS NOT NULL)
);
CREATE TABLE [pairs] (
    [id] BIGINT NOT NULL,
    [first] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [small] AS (LOWER([first])) PERSISTED,
    CONSTRAINT [pk_pairs] PRIMARY KEY ([id])
);
CREATE INDEX [ix_pairs] ON [pairs] ([small], [id]);

-- drop
DROP TABLE [pairs];
DROP TABLE [names];
DROP TABLE [rooms];
