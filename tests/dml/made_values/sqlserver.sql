-- boxes: select
SELECT [id], [width], [height], [area] FROM [boxes];

-- boxes: count
SELECT COUNT(*) FROM [boxes];

-- boxes: find
SELECT [id], [width], [height], [area] FROM [boxes] WHERE [id] = @P1;

-- boxes: exists
SELECT 1 FROM [boxes] WHERE [id] = @P1;

-- boxes: insert
INSERT INTO [boxes] ([id], [width], [height]) OUTPUT INSERTED.[area] VALUES (@P1, @P2, @P3);

-- boxes: upsert
MERGE INTO [boxes] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3)) AS s ([id], [width], [height]) ON (t.[id] = s.[id]) WHEN MATCHED THEN UPDATE SET [width] = s.[width], [height] = s.[height] WHEN NOT MATCHED THEN INSERT ([id], [width], [height]) VALUES (s.[id], s.[width], s.[height]) OUTPUT INSERTED.[id], INSERTED.[width], INSERTED.[height], INSERTED.[area];

-- boxes: update
UPDATE [boxes] SET [width] = @P1, [height] = @P2 WHERE [id] = @P3;

-- boxes: delete
DELETE FROM [boxes] WHERE [id] = @P1;

-- defaults: select
SELECT [id], [word], [number], [truth], [made_at] FROM [defaults];

-- defaults: count
SELECT COUNT(*) FROM [defaults];

-- defaults: find
SELECT [id], [word], [number], [truth], [made_at] FROM [defaults] WHERE [id] = @P1;

-- defaults: exists
SELECT 1 FROM [defaults] WHERE [id] = @P1;

-- defaults: insert
INSERT INTO [defaults] ([id], [word], [number], [truth], [made_at]) VALUES (@P1, @P2, @P3, @P4, @P5);

-- defaults: upsert
MERGE INTO [defaults] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3, @P4, @P5)) AS s ([id], [word], [number], [truth], [made_at]) ON (t.[id] = s.[id]) WHEN MATCHED THEN UPDATE SET [word] = s.[word], [number] = s.[number], [truth] = s.[truth], [made_at] = s.[made_at] WHEN NOT MATCHED THEN INSERT ([id], [word], [number], [truth], [made_at]) VALUES (s.[id], s.[word], s.[number], s.[truth], s.[made_at]) OUTPUT INSERTED.[id], INSERTED.[word], INSERTED.[number], INSERTED.[truth], INSERTED.[made_at];

-- defaults: update
UPDATE [defaults] SET [word] = @P1, [number] = @P2, [truth] = @P3, [made_at] = @P4 WHERE [id] = @P5;

-- defaults: delete
DELETE FROM [defaults] WHERE [id] = @P1;

-- evaluated: select
SELECT [id], [computed], [price], [since] FROM [evaluated];

-- evaluated: count
SELECT COUNT(*) FROM [evaluated];

-- evaluated: find
SELECT [id], [computed], [price], [since] FROM [evaluated] WHERE [id] = @P1;

-- evaluated: exists
SELECT 1 FROM [evaluated] WHERE [id] = @P1;

-- evaluated: insert
INSERT INTO [evaluated] ([id], [computed], [price], [since]) OUTPUT INSERTED.[computed], INSERTED.[price], INSERTED.[since] VALUES (@P1, COALESCE(CAST(@P2 AS INT), 2 + 3), COALESCE(CAST(@P3 AS DECIMAL(10, 2)), 2 + 3), COALESCE(CAST(@P4 AS DATETIMEOFFSET(6)), CAST('2026-01-31T12:00:00+00:00' AS datetimeoffset(6))));

-- evaluated: upsert
MERGE INTO [evaluated] WITH (HOLDLOCK) AS t USING (VALUES (@P1, COALESCE(CAST(@P2 AS INT), 2 + 3), COALESCE(CAST(@P3 AS DECIMAL(10, 2)), 2 + 3), COALESCE(CAST(@P4 AS DATETIMEOFFSET(6)), CAST('2026-01-31T12:00:00+00:00' AS datetimeoffset(6))))) AS s ([id], [computed], [price], [since]) ON (t.[id] = s.[id]) WHEN MATCHED THEN UPDATE SET [computed] = s.[computed], [price] = s.[price], [since] = s.[since] WHEN NOT MATCHED THEN INSERT ([id], [computed], [price], [since]) VALUES (s.[id], s.[computed], s.[price], s.[since]) OUTPUT INSERTED.[id], INSERTED.[computed], INSERTED.[price], INSERTED.[since];

-- evaluated: update
UPDATE [evaluated] SET [computed] = @P1, [price] = @P2, [since] = @P3 WHERE [id] = @P4;

-- evaluated: delete
DELETE FROM [evaluated] WHERE [id] = @P1;
