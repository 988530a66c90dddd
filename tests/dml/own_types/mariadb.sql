-- paints: select
SELECT `id`, `colour`, `second`, `volume`, `batch` FROM `paints`;

-- paints: count
SELECT COUNT(*) FROM `paints`;

-- paints: find
SELECT `id`, `colour`, `second`, `volume`, `batch` FROM `paints` WHERE `id` = ?;

-- paints: exists
SELECT 1 FROM `paints` WHERE `id` = ?;

-- paints: insert
INSERT INTO `paints` (`colour`, `second`, `volume`, `batch`) VALUES (?, ?, ?, ?) RETURNING `id`;

-- paints: update
UPDATE `paints` SET `colour` = ?, `second` = ?, `volume` = ?, `batch` = ? WHERE `id` = ?;

-- paints: delete
DELETE FROM `paints` WHERE `id` = ?;

-- paints: finder 1
SELECT `id`, `colour`, `second`, `volume`, `batch` FROM `paints` WHERE `batch` = ?;

-- paints: upsert by finder 1
INSERT INTO `paints` (`colour`, `second`, `volume`, `batch`) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE `colour` = VALUES(`colour`), `second` = VALUES(`second`), `volume` = VALUES(`volume`) RETURNING `id`, `colour`, `second`, `volume`, `batch`;

-- patients: select
SELECT `id`, `name`, `email`, `ward` FROM `patients`;

-- patients: count
SELECT COUNT(*) FROM `patients`;

-- patients: find
SELECT `id`, `name`, `email`, `ward` FROM `patients` WHERE `id` = ?;

-- patients: exists
SELECT 1 FROM `patients` WHERE `id` = ?;

-- patients: insert
INSERT INTO `patients` (`id`, `name`, `email`, `ward`) VALUES (?, ?, ?, ?);

-- patients: update
UPDATE `patients` SET `name` = ?, `email` = ?, `ward` = ? WHERE `id` = ?;

-- patients: delete
DELETE FROM `patients` WHERE `id` = ?;

-- patients: finder 1
SELECT `id`, `name`, `email`, `ward` FROM `patients` WHERE `email` = ?;
