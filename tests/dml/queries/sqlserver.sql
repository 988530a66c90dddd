-- equal
SELECT [name], [value], [extra] FROM [counters] WHERE [name] = @P1;

-- not equal, of a column that may be NULL
SELECT [name], [value], [extra] FROM [counters] WHERE [extra] <> @P1;

-- between
SELECT [name], [value], [extra] FROM [counters] WHERE [value] BETWEEN @P1 AND @P2;

-- in a list
SELECT [name], [value], [extra] FROM [counters] WHERE [value] IN (@P1, @P2, @P3);

-- in an empty list
SELECT [name], [value], [extra] FROM [counters] WHERE 1 = 0;

-- not in a list
SELECT [name], [value], [extra] FROM [counters] WHERE [value] NOT IN (@P1, @P2);

-- like
SELECT [name], [value], [extra] FROM [counters] WHERE [name] LIKE @P1 ESCAPE '!';

-- contains
SELECT [name], [value], [extra] FROM [counters] WHERE [name] LIKE @P1 ESCAPE '!';

-- NULL
SELECT [name], [value], [extra] FROM [counters] WHERE [extra] IS NULL;

-- and, or, not
SELECT [name], [value], [extra] FROM [counters] WHERE ([value] > @P1 AND [value] < @P2) OR NOT ([name] = @P3);

-- all
SELECT [name], [value], [extra] FROM [counters];

-- none
SELECT [name], [value], [extra] FROM [counters] WHERE 1 = 0;

-- order, one of it NULL
SELECT [id], [name], [passport], [born] FROM [authors] ORDER BY [born] DESC, [name];

-- a page
SELECT [id], [name], [passport], [born] FROM [authors] ORDER BY [id] OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY;

-- a limit without an order
SELECT [id], [name], [passport], [born] FROM [authors] ORDER BY [id] OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY;

-- an offset without a limit
SELECT [id], [name], [passport], [born] FROM [authors] ORDER BY [id] OFFSET 20 ROWS;

-- one
SELECT [id], [author_id], [title], [room], [shelf_mark], [copies] FROM [books] WHERE [copies] < @P1 ORDER BY [id] OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY;

-- count
SELECT COUNT(*) FROM [books] WHERE [title] LIKE @P1 ESCAPE '!';

-- exists
SELECT 1 FROM [books] WHERE [copies] = @P1 ORDER BY [id] OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY;

-- patch by key
UPDATE [books] SET [title] = @P1, [copies] = [copies] + @P2 WHERE [id] = @P3;

-- patch by condition
UPDATE [books] SET [room] = @P1 WHERE [copies] > @P2;

-- patch by a key of two columns
UPDATE [loans] SET [days] = @P1 WHERE [book_id] = @P2 AND [reader] = @P3;

-- delete by condition
DELETE FROM [loans] WHERE [days] < @P1;

-- create many
INSERT INTO [loans] ([book_id], [reader], [days]) VALUES (@P1, @P2, @P3);
