-- create
CREATE TABLE "required" (
    "id" BIGINT NOT NULL,
    "first" INTEGER NOT NULL,
    "second" INTEGER NOT NULL,
    "word" VARCHAR(20) CHARACTER SET UTF8 NOT NULL,
    "number" BIGINT NOT NULL,
    CONSTRAINT "pk_required" PRIMARY KEY ("id"),
    CONSTRAINT "uq_required_first_second" UNIQUE ("first", "second"),
    CONSTRAINT "one_word" UNIQUE ("word"),
    CONSTRAINT "uq_required_number" UNIQUE ("number")
);
COMMENT ON TABLE "required" IS 'Required columns.';
COMMENT ON COLUMN "required"."id" IS 'The key.';
COMMENT ON COLUMN "required"."first" IS 'Unique with the second.';
COMMENT ON COLUMN "required"."second" IS 'Unique with the first.';
COMMENT ON COLUMN "required"."word" IS 'Unique under a name of one''s own.';
COMMENT ON COLUMN "required"."number" IS 'Unique alone.';
CREATE TABLE "nullable" (
    "id" BIGINT NOT NULL,
    "word" VARCHAR(20) CHARACTER SET UTF8,
    "first" INTEGER,
    "second" INTEGER,
    "required" INTEGER NOT NULL,
    CONSTRAINT "pk_nullable" PRIMARY KEY ("id"),
    CONSTRAINT "uq_nullable_word" UNIQUE ("word")
);
CREATE UNIQUE INDEX "uq_nullable_first_second" ON "nullable" COMPUTED BY (CASE WHEN "first" IS NOT NULL AND "second" IS NOT NULL THEN CAST("first" AS VARCHAR(50)) || ':' || CAST("second" AS VARCHAR(50)) || ':' END);
CREATE UNIQUE INDEX "ix_nullable_mixed" ON "nullable" COMPUTED BY (CASE WHEN "second" IS NOT NULL THEN CAST("required" AS VARCHAR(50)) || ':' || CAST("second" AS VARCHAR(50)) || ':' END);
COMMENT ON TABLE "nullable" IS 'Nullable columns.';
COMMENT ON COLUMN "nullable"."id" IS 'The key.';
COMMENT ON COLUMN "nullable"."word" IS 'Unique alone.';
COMMENT ON COLUMN "nullable"."first" IS 'Unique with the second.';
COMMENT ON COLUMN "nullable"."second" IS 'Unique with the first, and with the required one.';
COMMENT ON COLUMN "nullable"."required" IS 'Unique with the second.';

-- drop
DROP TABLE "nullable";
DROP TABLE "required";
