-- equal
SELECT `name`, `value`, `extra` FROM `counters` WHERE `name` = ?;

-- not equal, of a column that may be NULL
SELECT `name`, `value`, `extra` FROM `counters` WHERE `extra` <> ?;

-- between
SELECT `name`, `value`, `extra` FROM `counters` WHERE `value` BETWEEN ? AND ?;

-- in a list
SELECT `name`, `value`, `extra` FROM `counters` WHERE `value` IN (?, ?, ?);

-- in an empty list
SELECT `name`, `value`, `extra` FROM `counters` WHERE FALSE;

-- not in a list
SELECT `name`, `value`, `extra` FROM `counters` WHERE `value` NOT IN (?, ?);

-- like
SELECT `name`, `value`, `extra` FROM `counters` WHERE CONCAT(`name`) LIKE ? ESCAPE '!';

-- contains
SELECT `name`, `value`, `extra` FROM `counters` WHERE CONCAT(`name`) LIKE ? ESCAPE '!';

-- NULL
SELECT `name`, `value`, `extra` FROM `counters` WHERE `extra` IS NULL;

-- and, or, not
SELECT `name`, `value`, `extra` FROM `counters` WHERE (`value` > ? AND `value` < ?) OR NOT (`name` = ?);

-- all
SELECT `name`, `value`, `extra` FROM `counters`;

-- none
SELECT `name`, `value`, `extra` FROM `counters` WHERE FALSE;

-- order, one of it NULL
SELECT `id`, `name`, `passport`, `born` FROM `authors` ORDER BY `born` DESC, `name`;

-- a page
SELECT `id`, `name`, `passport`, `born` FROM `authors` ORDER BY `id` LIMIT 10 OFFSET 20;

-- a limit without an order
SELECT `id`, `name`, `passport`, `born` FROM `authors` LIMIT 10;

-- an offset without a limit
SELECT `id`, `name`, `passport`, `born` FROM `authors` ORDER BY `id` LIMIT 18446744073709551615 OFFSET 20;

-- one
SELECT `id`, `author_id`, `title`, `room`, `shelf_mark`, `copies` FROM `books` WHERE `copies` < ? LIMIT 1;

-- count
SELECT COUNT(*) FROM `books` WHERE CONCAT(`title`) LIKE ? ESCAPE '!';

-- exists
SELECT 1 FROM `books` WHERE `copies` = ? LIMIT 1;

-- patch by key
UPDATE `books` SET `title` = ?, `copies` = `copies` + ? WHERE `id` = ?;

-- patch by condition
UPDATE `books` SET `room` = ? WHERE `copies` > ?;

-- patch by a key of two columns
UPDATE `loans` SET `days` = ? WHERE `book_id` = ? AND `reader` = ?;

-- delete by condition
DELETE FROM `loans` WHERE `days` < ?;

-- create many
INSERT INTO `loans` (`book_id`, `reader`, `days`) VALUES (?, ?, ?);
