-- authors: select
SELECT [id], [name], [passport], [born] FROM [authors];

-- authors: count
SELECT COUNT(*) FROM [authors];

-- authors: find
SELECT [id], [name], [passport], [born] FROM [authors] WHERE [id] = @P1;

-- authors: exists
SELECT 1 FROM [authors] WHERE [id] = @P1;

-- authors: insert
INSERT INTO [authors] ([name], [passport], [born]) OUTPUT INSERTED.[id] VALUES (@P1, @P2, @P3);

-- authors: update
UPDATE [authors] SET [name] = @P1, [passport] = @P2, [born] = @P3 WHERE [id] = @P4;

-- authors: delete
DELETE FROM [authors] WHERE [id] = @P1;

-- authors: finder 1
SELECT [id], [name], [passport], [born] FROM [authors] WHERE [name] = @P1;

-- authors: finder 2
SELECT [id], [name], [passport], [born] FROM [authors] WHERE [passport] = @P1;

-- authors: upsert by finder 1
MERGE INTO [authors] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3)) AS s ([name], [passport], [born]) ON (t.[name] = s.[name]) WHEN MATCHED THEN UPDATE SET [passport] = s.[passport], [born] = s.[born] WHEN NOT MATCHED THEN INSERT ([name], [passport], [born]) VALUES (s.[name], s.[passport], s.[born]) OUTPUT INSERTED.[id], INSERTED.[name], INSERTED.[passport], INSERTED.[born];

-- authors: upsert by finder 2
MERGE INTO [authors] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3)) AS s ([name], [passport], [born]) ON (t.[passport] = s.[passport]) WHEN MATCHED THEN UPDATE SET [name] = s.[name], [born] = s.[born] WHEN NOT MATCHED THEN INSERT ([name], [passport], [born]) VALUES (s.[name], s.[passport], s.[born]) OUTPUT INSERTED.[id], INSERTED.[name], INSERTED.[passport], INSERTED.[born];

-- books: select
SELECT [id], [author_id], [title], [room], [shelf_mark], [copies] FROM [books];

-- books: count
SELECT COUNT(*) FROM [books];

-- books: find
SELECT [id], [author_id], [title], [room], [shelf_mark], [copies] FROM [books] WHERE [id] = @P1;

-- books: exists
SELECT 1 FROM [books] WHERE [id] = @P1;

-- books: insert
INSERT INTO [books] ([author_id], [title], [room], [shelf_mark], [copies]) OUTPUT INSERTED.[id] VALUES (@P1, @P2, @P3, @P4, @P5);

-- books: update
UPDATE [books] SET [author_id] = @P1, [title] = @P2, [room] = @P3, [shelf_mark] = @P4, [copies] = @P5 WHERE [id] = @P6;

-- books: delete
DELETE FROM [books] WHERE [id] = @P1;

-- books: finder 1
SELECT [id], [author_id], [title], [room], [shelf_mark], [copies] FROM [books] WHERE [room] = @P1 AND [shelf_mark] = @P2;

-- books: finder 2
SELECT [id], [author_id], [title], [room], [shelf_mark], [copies] FROM [books] WHERE [room] = @P1;

-- books: finder 3
SELECT [id], [author_id], [title], [room], [shelf_mark], [copies] FROM [books] WHERE [title] = @P1 AND [copies] = @P2;

-- books: finder 4
SELECT [id], [author_id], [title], [room], [shelf_mark], [copies] FROM [books] WHERE [title] = @P1;

-- books: finder 5
SELECT [id], [author_id], [title], [room], [shelf_mark], [copies] FROM [books] WHERE [author_id] = @P1;

-- books: upsert by finder 1
MERGE INTO [books] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3, @P4, @P5)) AS s ([author_id], [title], [room], [shelf_mark], [copies]) ON (t.[room] = s.[room] AND t.[shelf_mark] = s.[shelf_mark]) WHEN MATCHED THEN UPDATE SET [author_id] = s.[author_id], [title] = s.[title], [copies] = s.[copies] WHEN NOT MATCHED THEN INSERT ([author_id], [title], [room], [shelf_mark], [copies]) VALUES (s.[author_id], s.[title], s.[room], s.[shelf_mark], s.[copies]) OUTPUT INSERTED.[id], INSERTED.[author_id], INSERTED.[title], INSERTED.[room], INSERTED.[shelf_mark], INSERTED.[copies];

-- loans: select
SELECT [book_id], [reader], [days] FROM [loans];

-- loans: count
SELECT COUNT(*) FROM [loans];

-- loans: find
SELECT [book_id], [reader], [days] FROM [loans] WHERE [book_id] = @P1 AND [reader] = @P2;

-- loans: exists
SELECT 1 FROM [loans] WHERE [book_id] = @P1 AND [reader] = @P2;

-- loans: insert
INSERT INTO [loans] ([book_id], [reader], [days]) VALUES (@P1, @P2, @P3);

-- loans: upsert
MERGE INTO [loans] WITH (HOLDLOCK) AS t USING (VALUES (@P1, @P2, @P3)) AS s ([book_id], [reader], [days]) ON (t.[book_id] = s.[book_id] AND t.[reader] = s.[reader]) WHEN MATCHED THEN UPDATE SET [days] = s.[days] WHEN NOT MATCHED THEN INSERT ([book_id], [reader], [days]) VALUES (s.[book_id], s.[reader], s.[days]) OUTPUT INSERTED.[book_id], INSERTED.[reader], INSERTED.[days];

-- loans: update
UPDATE [loans] SET [days] = @P1 WHERE [book_id] = @P2 AND [reader] = @P3;

-- loans: delete
DELETE FROM [loans] WHERE [book_id] = @P1 AND [reader] = @P2;

-- loans: finder 1
SELECT [book_id], [reader], [days] FROM [loans] WHERE [book_id] = @P1;
