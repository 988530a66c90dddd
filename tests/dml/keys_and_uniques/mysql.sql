-- authors: select
SELECT `id`, `name`, `passport`, `born` FROM `authors`;

-- authors: count
SELECT COUNT(*) FROM `authors`;

-- authors: find
SELECT `id`, `name`, `passport`, `born` FROM `authors` WHERE `id` = ?;

-- authors: exists
SELECT 1 FROM `authors` WHERE `id` = ?;

-- authors: insert
INSERT INTO `authors` (`name`, `passport`, `born`) VALUES (?, ?, ?);

-- authors: reselect
SELECT `id` FROM `authors` WHERE `id` = ?;

-- authors: update
UPDATE `authors` SET `name` = ?, `passport` = ?, `born` = ? WHERE `id` = ?;

-- authors: delete
DELETE FROM `authors` WHERE `id` = ?;

-- authors: finder 1
SELECT `id`, `name`, `passport`, `born` FROM `authors` WHERE `name` = ?;

-- authors: finder 2
SELECT `id`, `name`, `passport`, `born` FROM `authors` WHERE `passport` = ?;

-- books: select
SELECT `id`, `author_id`, `title`, `room`, `shelf_mark`, `copies` FROM `books`;

-- books: count
SELECT COUNT(*) FROM `books`;

-- books: find
SELECT `id`, `author_id`, `title`, `room`, `shelf_mark`, `copies` FROM `books` WHERE `id` = ?;

-- books: exists
SELECT 1 FROM `books` WHERE `id` = ?;

-- books: insert
INSERT INTO `books` (`author_id`, `title`, `room`, `shelf_mark`, `copies`) VALUES (?, ?, ?, ?, ?);

-- books: reselect
SELECT `id` FROM `books` WHERE `id` = ?;

-- books: update
UPDATE `books` SET `author_id` = ?, `title` = ?, `room` = ?, `shelf_mark` = ?, `copies` = ? WHERE `id` = ?;

-- books: delete
DELETE FROM `books` WHERE `id` = ?;

-- books: finder 1
SELECT `id`, `author_id`, `title`, `room`, `shelf_mark`, `copies` FROM `books` WHERE `room` = ? AND `shelf_mark` = ?;

-- books: finder 2
SELECT `id`, `author_id`, `title`, `room`, `shelf_mark`, `copies` FROM `books` WHERE `room` = ?;

-- books: finder 3
SELECT `id`, `author_id`, `title`, `room`, `shelf_mark`, `copies` FROM `books` WHERE `title` = ? AND `copies` = ?;

-- books: finder 4
SELECT `id`, `author_id`, `title`, `room`, `shelf_mark`, `copies` FROM `books` WHERE `title` = ?;

-- books: finder 5
SELECT `id`, `author_id`, `title`, `room`, `shelf_mark`, `copies` FROM `books` WHERE `author_id` = ?;

-- books: upsert by finder 1
INSERT INTO `books` (`author_id`, `title`, `room`, `shelf_mark`, `copies`) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE `author_id` = VALUES(`author_id`), `title` = VALUES(`title`), `copies` = VALUES(`copies`);

-- loans: select
SELECT `book_id`, `reader`, `days` FROM `loans`;

-- loans: count
SELECT COUNT(*) FROM `loans`;

-- loans: find
SELECT `book_id`, `reader`, `days` FROM `loans` WHERE `book_id` = ? AND `reader` = ?;

-- loans: exists
SELECT 1 FROM `loans` WHERE `book_id` = ? AND `reader` = ?;

-- loans: insert
INSERT INTO `loans` (`book_id`, `reader`, `days`) VALUES (?, ?, ?);

-- loans: upsert
INSERT INTO `loans` (`book_id`, `reader`, `days`) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE `days` = VALUES(`days`);

-- loans: update
UPDATE `loans` SET `days` = ? WHERE `book_id` = ? AND `reader` = ?;

-- loans: delete
DELETE FROM `loans` WHERE `book_id` = ? AND `reader` = ?;

-- loans: finder 1
SELECT `book_id`, `reader`, `days` FROM `loans` WHERE `book_id` = ?;
