-- create
CREATE TABLE [rooms] (
    [id] BIGINT NOT NULL,
    [width] INT NOT NULL,
    [length] INT NOT NULL,
    [name] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [area] AS (CAST([width] * [length] AS INT)),
    [loud_name] AS (UPPER([name])) PERSISTED NOT NULL,
    CONSTRAINT [pk_rooms] PRIMARY KEY ([id]),
    CONSTRAINT [ck_rooms_area_not_null] CHECK (([width] * [length]) IS NOT NULL)
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Computed numbers and texts.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The width.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'width';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The length.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'length';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The name.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Computed on each read.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'area';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Computed once and kept.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'rooms', @level2type = N'COLUMN', @level2name = N'loud_name';

-- drop
DROP TABLE [rooms];
