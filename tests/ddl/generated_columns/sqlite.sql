-- create
CREATE TABLE "rooms" (
    "id" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "name" TEXT NOT NULL CONSTRAINT "ck_rooms_name" CHECK (length("name") <= 20),
    "area" INTEGER GENERATED ALWAYS AS ("width" * "length") VIRTUAL NOT NULL CONSTRAINT "ck_rooms_area" CHECK ("area" BETWEEN -2147483648 AND 2147483647),
    "loud_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED NOT NULL CONSTRAINT "ck_rooms_loud_name" CHECK (length("loud_name") <= 20),
    CONSTRAINT "pk_rooms" PRIMARY KEY ("id"),
    CONSTRAINT "uq_rooms_loud_name" UNIQUE ("loud_name"),
    CONSTRAINT "ck_rooms_1" CHECK ("area" > 0 AND "length" < 1000)
) STRICT;
CREATE INDEX "ix_rooms_area" ON "rooms" ("area" DESC);
CREATE TABLE "names" (
    "id" INTEGER NOT NULL,
    "first" TEXT NOT NULL CONSTRAINT "ck_names_first" CHECK (length("first") <= 50),
    "shown" TEXT GENERATED ALWAYS AS ("first" || '!') VIRTUAL NOT NULL,
    CONSTRAINT "pk_names" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "pairs" (
    "id" INTEGER NOT NULL,
    "first" TEXT NOT NULL CONSTRAINT "ck_pairs_first" CHECK (length("first") <= 50),
    "small" TEXT GENERATED ALWAYS AS (LOWER("first")) STORED CONSTRAINT "ck_pairs_small" CHECK (length("small") <= 50),
    CONSTRAINT "pk_pairs" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_pairs" ON "pairs" ("small", "id");
CREATE TABLE "tags" (
    "id" INTEGER NOT NULL,
    "name" TEXT CONSTRAINT "ck_tags_name" CHECK (length("name") <= 50),
    "key" TEXT GENERATED ALWAYS AS (LOWER("name")) VIRTUAL CONSTRAINT "ck_tags_key" CHECK (length("key") <= 50),
    CONSTRAINT "pk_tags" PRIMARY KEY ("id"),
    CONSTRAINT "uq_tags_key" UNIQUE ("key")
) STRICT;

-- drop
DROP TABLE "tags";
DROP TABLE "pairs";
DROP TABLE "names";
DROP TABLE "rooms";
