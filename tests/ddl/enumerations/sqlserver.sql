-- create
CREATE TABLE [paints] (
    [id] SMALLINT IDENTITY(1, 1) NOT NULL,
    [colour] NVARCHAR(15) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_paints_colour] DEFAULT N'night_blue' NOT NULL,
    [second] NVARCHAR(15) COLLATE Latin1_General_100_BIN2 NULL,
    [volume] INT NOT NULL,
    [batch] NVARCHAR(12) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_paints] PRIMARY KEY ([id]),
    CONSTRAINT [ck_paints_colour] CHECK ([colour] IN (N'red', N'night_blue', N'painter''s green')),
    CONSTRAINT [ck_paints_second] CHECK ([second] IN (N'red', N'night_blue', N'painter''s green'))
);
CREATE UNIQUE INDEX [uq_paints_batch] ON [paints] ([batch]) WHERE [batch] IS NOT NULL;
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A pot of paint.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'paints';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Numbered by the database, 16 bits.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'paints', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Of the list.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'paints', @level2type = N'COLUMN', @level2name = N'colour';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Of the list, or none.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'paints', @level2type = N'COLUMN', @level2name = N'second';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A newtype around a number.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'paints', @level2type = N'COLUMN', @level2name = N'volume';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A newtype around a text.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'paints', @level2type = N'COLUMN', @level2name = N'batch';

-- drop
DROP TABLE [paints];
