-- paints: select
SELECT [id], [colour], [second], [volume], [batch] FROM [paints];

-- paints: count
SELECT COUNT(*) FROM [paints];

-- paints: find
SELECT [id], [colour], [second], [volume], [batch] FROM [paints] WHERE [id] = @P1;

-- paints: exists
SELECT 1 FROM [paints] WHERE [id] = @P1;

-- paints: insert
INSERT INTO [paints] ([colour], [second], [volume], [batch]) OUTPUT INSERTED.[id] VALUES (@P1, @P2, @P3, @P4);

-- paints: update
UPDATE [paints] SET [colour] = @P1, [second] = @P2, [volume] = @P3, [batch] = @P4 WHERE [id] = @P5;

-- paints: delete
DELETE FROM [paints] WHERE [id] = @P1;

-- paints: finder 1
SELECT [id], [colour], [second], [volume], [batch] FROM [paints] WHERE [batch] = @P1;

-- paints: upsert by finder 1
MERGE INTO [paints] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3, @P4)) AS s ([colour], [second], [volume], [batch]) ON (t.[batch] = s.[batch]) WHEN MATCHED THEN UPDATE SET [colour] = s.[colour], [second] = s.[second], [volume] = s.[volume] WHEN NOT MATCHED THEN INSERT ([colour], [second], [volume], [batch]) VALUES (s.[colour], s.[second], s.[volume], s.[batch]) OUTPUT INSERTED.[id], INSERTED.[colour], INSERTED.[second], INSERTED.[volume], INSERTED.[batch];

-- patients: select
SELECT [id], [name], [email], [ward] FROM [patients];

-- patients: count
SELECT COUNT(*) FROM [patients];

-- patients: find
SELECT [id], [name], [email], [ward] FROM [patients] WHERE [id] = @P1;

-- patients: exists
SELECT 1 FROM [patients] WHERE [id] = @P1;

-- patients: insert
INSERT INTO [patients] ([id], [name], [email], [ward]) VALUES (@P1, @P2, @P3, @P4);

-- patients: upsert
MERGE INTO [patients] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3, @P4)) AS s ([id], [name], [email], [ward]) ON (t.[id] = s.[id]) WHEN MATCHED THEN UPDATE SET [name] = s.[name], [email] = s.[email], [ward] = s.[ward] WHEN NOT MATCHED THEN INSERT ([id], [name], [email], [ward]) VALUES (s.[id], s.[name], s.[email], s.[ward]) OUTPUT INSERTED.[id], INSERTED.[name], INSERTED.[email], INSERTED.[ward];

-- patients: update
UPDATE [patients] SET [name] = @P1, [email] = @P2, [ward] = @P3 WHERE [id] = @P4;

-- patients: delete
DELETE FROM [patients] WHERE [id] = @P1;

-- patients: finder 1
SELECT [id], [name], [email], [ward] FROM [patients] WHERE [email] = @P1;

-- patients: upsert by finder 1
MERGE INTO [patients] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3, @P4)) AS s ([id], [name], [email], [ward]) ON (t.[email] = s.[email]) WHEN MATCHED THEN UPDATE SET [name] = s.[name], [ward] = s.[ward] WHEN NOT MATCHED THEN INSERT ([id], [name], [email], [ward]) VALUES (s.[id], s.[name], s.[email], s.[ward]) OUTPUT INSERTED.[id], INSERTED.[name], INSERTED.[email], INSERTED.[ward];
