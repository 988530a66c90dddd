-- create
CREATE TABLE [commented] (
    [id] BIGINT NOT NULL,
    [lines] INT NOT NULL,
    [own] INT NULL,
    CONSTRAINT [pk_commented] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'It''s a table with a comment: "quoted", back\slashed, and with a café', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'commented';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The doctor''s key, ''quoted''', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'commented', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Two lines, one comment; -- not a comment of SQL', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'commented', @level2type = N'COLUMN', @level2name = N'lines';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'This one is for the database: C:\new', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'commented', @level2type = N'COLUMN', @level2name = N'own';

-- drop
DROP TABLE [commented];
