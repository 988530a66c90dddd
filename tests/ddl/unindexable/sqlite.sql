-- create
CREATE TABLE "indexed_text" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "pk_indexed_text" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_indexed_text_value" ON "indexed_text" ("value");
CREATE TABLE "indexed_1000" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_indexed_1000_value" CHECK (length("value") <= 1000),
    CONSTRAINT "pk_indexed_1000" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_indexed_1000_value" ON "indexed_1000" ("value");
CREATE TABLE "indexed_blob" (
    "id" INTEGER NOT NULL,
    "value" BLOB NOT NULL,
    CONSTRAINT "pk_indexed_blob" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_indexed_blob_value" ON "indexed_blob" ("value");
CREATE TABLE "indexed_json" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_indexed_json_value" CHECK (json_valid("value")),
    CONSTRAINT "pk_indexed_json" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_indexed_json_value" ON "indexed_json" ("value");
CREATE TABLE "lowered_text" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "pk_lowered_text" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_lowered_text_value" ON "lowered_text" ((LOWER("value")));
CREATE TABLE "measured_text" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "pk_measured_text" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_measured_text_value" ON "measured_text" ((LENGTH("value")));
CREATE TABLE "lowered_508" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_lowered_508_value" CHECK (length("value") <= 508),
    CONSTRAINT "pk_lowered_508" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_lowered_508_value" ON "lowered_508" ((LOWER("value")));
CREATE TABLE "lowered_512" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_lowered_512_value" CHECK (length("value") <= 512),
    CONSTRAINT "pk_lowered_512" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_lowered_512_value" ON "lowered_512" ((LOWER("value")));
CREATE TABLE "lowered_513" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_lowered_513_value" CHECK (length("value") <= 513),
    CONSTRAINT "pk_lowered_513" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_lowered_513_value" ON "lowered_513" ((LOWER("value")));
CREATE TABLE "cut_2000" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_cut_2000_value" CHECK (length("value") <= 2000),
    CONSTRAINT "pk_cut_2000" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_cut_2000_value" ON "cut_2000" ((SUBSTR("value", 1, 100)));
CREATE TABLE "joined_300" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_joined_300_value" CHECK (length("value") <= 300),
    CONSTRAINT "pk_joined_300" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_joined_300_value" ON "joined_300" (("value" || "value"));
CREATE TABLE "other_300" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_other_300_value" CHECK (length("value") <= 300),
    CONSTRAINT "pk_other_300" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_other_300_value" ON "other_300" ((COALESCE("value", 'none')));
CREATE TABLE "unique_text" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "pk_unique_text" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_text_value" UNIQUE ("value")
) STRICT;
CREATE TABLE "unique_255" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_unique_255_value" CHECK (length("value") <= 255),
    CONSTRAINT "pk_unique_255" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_255_value" UNIQUE ("value")
) STRICT;
CREATE TABLE "unique_1000" (
    "id" INTEGER NOT NULL,
    "value" TEXT NOT NULL CONSTRAINT "ck_unique_1000_value" CHECK (length("value") <= 1000),
    CONSTRAINT "pk_unique_1000" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_1000_value" UNIQUE ("value")
) STRICT;
CREATE TABLE "keyed_text" (
    "id" TEXT NOT NULL,
    CONSTRAINT "pk_keyed_text" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "keyed_450" (
    "id" TEXT NOT NULL CONSTRAINT "ck_keyed_450_id" CHECK (length("id") <= 450),
    CONSTRAINT "pk_keyed_450" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "keyed_451" (
    "id" TEXT NOT NULL CONSTRAINT "ck_keyed_451_id" CHECK (length("id") <= 451),
    CONSTRAINT "pk_keyed_451" PRIMARY KEY ("id")
) STRICT;

-- drop
DROP TABLE "keyed_451";
DROP TABLE "keyed_450";
DROP TABLE "keyed_text";
DROP TABLE "unique_1000";
DROP TABLE "unique_255";
DROP TABLE "unique_text";
DROP TABLE "other_300";
DROP TABLE "joined_300";
DROP TABLE "cut_2000";
DROP TABLE "lowered_513";
DROP TABLE "lowered_512";
DROP TABLE "lowered_508";
DROP TABLE "measured_text";
DROP TABLE "lowered_text";
DROP TABLE "indexed_json";
DROP TABLE "indexed_blob";
DROP TABLE "indexed_1000";
DROP TABLE "indexed_text";
