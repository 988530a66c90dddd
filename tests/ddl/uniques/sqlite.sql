-- create
CREATE TABLE "required" (
    "id" INTEGER NOT NULL,
    "first" INTEGER NOT NULL,
    "second" INTEGER NOT NULL,
    "word" TEXT NOT NULL CONSTRAINT "ck_required_word" CHECK (length("word") <= 20),
    "number" INTEGER NOT NULL,
    CONSTRAINT "pk_required" PRIMARY KEY ("id"),
    CONSTRAINT "uq_required_first_second" UNIQUE ("first", "second"),
    CONSTRAINT "one_word" UNIQUE ("word"),
    CONSTRAINT "uq_required_number" UNIQUE ("number")
) STRICT;
CREATE TABLE "nullable" (
    "id" INTEGER NOT NULL,
    "word" TEXT CONSTRAINT "ck_nullable_word" CHECK (length("word") <= 20),
    "first" INTEGER,
    "second" INTEGER,
    "required" INTEGER NOT NULL,
    CONSTRAINT "pk_nullable" PRIMARY KEY ("id"),
    CONSTRAINT "uq_nullable_first_second" UNIQUE ("first", "second"),
    CONSTRAINT "uq_nullable_word" UNIQUE ("word")
) STRICT;
CREATE UNIQUE INDEX "ix_nullable_mixed" ON "nullable" ("required", "second");

-- drop
DROP TABLE "nullable";
DROP TABLE "required";
