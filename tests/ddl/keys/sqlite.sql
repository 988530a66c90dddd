-- create
CREATE TABLE "by_text" (
    "id" TEXT NOT NULL CONSTRAINT "ck_by_text_id" CHECK (length("id") <= 50),
    CONSTRAINT "pk_by_text" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "by_uuid" (
    "id" BLOB NOT NULL CONSTRAINT "ck_by_uuid_id" CHECK (length("id") = 16),
    CONSTRAINT "pk_by_uuid" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "by_bytes" (
    "hash" BLOB NOT NULL CONSTRAINT "ck_by_bytes_hash" CHECK (length("hash") <= 32),
    CONSTRAINT "pk_by_bytes" PRIMARY KEY ("hash")
) STRICT;
CREATE TABLE "numbered16" (
    "id" INTEGER CONSTRAINT "pk_numbered16" PRIMARY KEY AUTOINCREMENT NOT NULL,
    "value" INTEGER NOT NULL
) STRICT;
CREATE TABLE "numbered32" (
    "id" INTEGER CONSTRAINT "pk_numbered32" PRIMARY KEY AUTOINCREMENT NOT NULL
) STRICT;
CREATE TABLE "numbered64" (
    "name" TEXT NOT NULL CONSTRAINT "ck_numbered64_name" CHECK (length("name") <= 10),
    "id" INTEGER CONSTRAINT "pk_numbered64" PRIMARY KEY AUTOINCREMENT NOT NULL
) STRICT;
CREATE TABLE "by_several" (
    "term" TEXT NOT NULL CONSTRAINT "ck_by_several_term" CHECK (length("term") <= 80),
    "language" TEXT NOT NULL CONSTRAINT "ck_by_several_language" CHECK (length("language") <= 2),
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_by_several" PRIMARY KEY ("language", "term")
) STRICT;
CREATE TABLE "keyless" (
    "value" INTEGER
) STRICT;

-- drop
DROP TABLE "keyless";
DROP TABLE "by_several";
DROP TABLE "numbered64";
DROP TABLE "numbered32";
DROP TABLE "numbered16";
DROP TABLE "by_bytes";
DROP TABLE "by_uuid";
DROP TABLE "by_text";
