-- boxes: select
SELECT `id`, `width`, `height`, `area` FROM `boxes`;

-- boxes: count
SELECT COUNT(*) FROM `boxes`;

-- boxes: find
SELECT `id`, `width`, `height`, `area` FROM `boxes` WHERE `id` = ?;

-- boxes: exists
SELECT 1 FROM `boxes` WHERE `id` = ?;

-- boxes: insert
INSERT INTO `boxes` (`id`, `width`, `height`) VALUES (?, ?, ?) RETURNING `area`;

-- boxes: upsert
INSERT INTO `boxes` (`id`, `width`, `height`) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE `width` = VALUES(`width`), `height` = VALUES(`height`) RETURNING `id`, `width`, `height`, `area`;

-- boxes: update
UPDATE `boxes` SET `width` = ?, `height` = ? WHERE `id` = ?;

-- boxes: delete
DELETE FROM `boxes` WHERE `id` = ?;

-- defaults: select
SELECT `id`, `word`, `number`, `truth`, `made_at` FROM `defaults`;

-- defaults: count
SELECT COUNT(*) FROM `defaults`;

-- defaults: find
SELECT `id`, `word`, `number`, `truth`, `made_at` FROM `defaults` WHERE `id` = ?;

-- defaults: exists
SELECT 1 FROM `defaults` WHERE `id` = ?;

-- defaults: insert
INSERT INTO `defaults` (`id`, `word`, `number`, `truth`, `made_at`) VALUES (?, ?, ?, ?, ?);

-- defaults: upsert
INSERT INTO `defaults` (`id`, `word`, `number`, `truth`, `made_at`) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE `word` = VALUES(`word`), `number` = VALUES(`number`), `truth` = VALUES(`truth`), `made_at` = VALUES(`made_at`) RETURNING `id`, `word`, `number`, `truth`, `made_at`;

-- defaults: update
UPDATE `defaults` SET `word` = ?, `number` = ?, `truth` = ?, `made_at` = ? WHERE `id` = ?;

-- defaults: delete
DELETE FROM `defaults` WHERE `id` = ?;

-- evaluated: select
SELECT `id`, `computed`, `price`, `since` FROM `evaluated`;

-- evaluated: count
SELECT COUNT(*) FROM `evaluated`;

-- evaluated: find
SELECT `id`, `computed`, `price`, `since` FROM `evaluated` WHERE `id` = ?;

-- evaluated: exists
SELECT 1 FROM `evaluated` WHERE `id` = ?;

-- evaluated: insert
INSERT INTO `evaluated` (`id`, `computed`, `price`, `since`) VALUES (?, COALESCE(?, 2 + 3), COALESCE(?, 2 + 3), COALESCE(?, TIMESTAMP '2026-01-31 12:00:00')) RETURNING `computed`, `price`, `since`;

-- evaluated: upsert
INSERT INTO `evaluated` (`id`, `computed`, `price`, `since`) VALUES (?, COALESCE(?, 2 + 3), COALESCE(?, 2 + 3), COALESCE(?, TIMESTAMP '2026-01-31 12:00:00')) ON DUPLICATE KEY UPDATE `computed` = VALUES(`computed`), `price` = VALUES(`price`), `since` = VALUES(`since`) RETURNING `id`, `computed`, `price`, `since`;

-- evaluated: update
UPDATE `evaluated` SET `computed` = ?, `price` = ?, `since` = ? WHERE `id` = ?;

-- evaluated: delete
DELETE FROM `evaluated` WHERE `id` = ?;
