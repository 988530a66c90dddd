-- create
CREATE TABLE "made" (
    "id" BLOB NOT NULL CONSTRAINT "ck_made_id" CHECK (length("id") = 16),
    "token" TEXT NOT NULL CONSTRAINT "ck_made_token" CHECK (length("token") <= 36),
    "instant" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "perhaps" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00'),
    CONSTRAINT "pk_made" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "clocks" (
    "id" INTEGER NOT NULL,
    "day" TEXT DEFAULT (date('now')) NOT NULL,
    "hour" TEXT DEFAULT (strftime('%H:%M:%f', 'now') || '000') NOT NULL,
    "local" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000') NOT NULL,
    CONSTRAINT "pk_clocks" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "evaluated" (
    "id" INTEGER NOT NULL,
    "number" INTEGER DEFAULT (2 + 3) NOT NULL,
    "word" TEXT DEFAULT (UPPER('it''s')) NOT NULL CONSTRAINT "ck_evaluated_word" CHECK (length("word") <= 20),
    CONSTRAINT "pk_evaluated" PRIMARY KEY ("id")
) STRICT;

-- drop
DROP TABLE "evaluated";
DROP TABLE "clocks";
DROP TABLE "made";
