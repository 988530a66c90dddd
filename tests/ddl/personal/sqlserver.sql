-- create
CREATE TABLE [patients] (
    [id] UNIQUEIDENTIFIER NOT NULL,
    [name] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [email] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NULL,
    [ward] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [pk_patients] PRIMARY KEY ([id])
);
CREATE UNIQUE INDEX [uq_patients_email] ON [patients] ([email]) WHERE [email] IS NOT NULL;
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A patient: most of it is nobody''s business.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patients';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patients', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Personal.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patients', @level2type = N'COLUMN', @level2name = N'name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Personal and unique, so that it could stand in a message about a violation.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patients', @level2type = N'COLUMN', @level2name = N'email';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Not personal.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patients', @level2type = N'COLUMN', @level2name = N'ward';

-- drop
DROP TABLE [patients];
