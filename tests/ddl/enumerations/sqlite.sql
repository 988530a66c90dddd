-- create
CREATE TABLE "paints" (
    "id" INTEGER CONSTRAINT "pk_paints" PRIMARY KEY AUTOINCREMENT NOT NULL,
    "colour" TEXT DEFAULT 'night_blue' NOT NULL CONSTRAINT "ck_paints_colour" CHECK ("colour" IN ('red', 'night_blue', 'painter''s green')),
    "second" TEXT CONSTRAINT "ck_paints_second" CHECK ("second" IN ('red', 'night_blue', 'painter''s green')),
    "volume" INTEGER NOT NULL,
    "batch" TEXT CONSTRAINT "ck_paints_batch" CHECK (length("batch") <= 12),
    CONSTRAINT "uq_paints_batch" UNIQUE ("batch")
) STRICT;

-- drop
DROP TABLE "paints";
