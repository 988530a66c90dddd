-- create
CREATE TABLE [events] (
    [id] BIGINT IDENTITY(1, 1) NOT NULL,
    [title] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [happened_at] DATETIMEOFFSET(6) NOT NULL,
    [place] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] SMALLINT NOT NULL,
    [number] INT NOT NULL,
    CONSTRAINT [pk_events] PRIMARY KEY ([id])
);
CREATE INDEX [by_kind] ON [events] ([kind], [place], [id]);
CREATE INDEX [ix_events_kind_happened_at] ON [events] ([kind] DESC, [happened_at] DESC);
CREATE UNIQUE INDEX [once] ON [events] ([place], [title]);
CREATE INDEX [ix_events_title] ON [events] ([title]);
CREATE INDEX [latest] ON [events] ([happened_at] DESC);
CREATE UNIQUE INDEX [ix_events_number] ON [events] ([number]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Indexes of every form that all engines have.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'events';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'events', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Indexed alone.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'events', @level2type = N'COLUMN', @level2name = N'title';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Indexed alone, latest first.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'events', @level2type = N'COLUMN', @level2name = N'happened_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'events', @level2type = N'COLUMN', @level2name = N'place';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What kind.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'events', @level2type = N'COLUMN', @level2name = N'kind';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Indexed and unique.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'events', @level2type = N'COLUMN', @level2name = N'number';
CREATE TABLE [mixed] (
    [id] BIGINT NOT NULL,
    [place] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [happened_at] DATETIMEOFFSET(6) NOT NULL,
    CONSTRAINT [pk_mixed] PRIMARY KEY ([id])
);
CREATE INDEX [ix_mixed_place_happened_at] ON [mixed] ([place], [happened_at] DESC);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'An index that goes up and down, which Firebird has not.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'mixed';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'mixed', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Up.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'mixed', @level2type = N'COLUMN', @level2name = N'place';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Down.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'mixed', @level2type = N'COLUMN', @level2name = N'happened_at';

-- drop
DROP TABLE [mixed];
DROP TABLE [events];
