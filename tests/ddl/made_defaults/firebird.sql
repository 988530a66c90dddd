-- refused: clocks: firebird: a default of `day` cannot be the current time in UTC
--   help: use a type with a time zone, `DateTime<Utc>`, or give the value yourself
-- refused: clocks: firebird: a default of `hour` cannot be the current time in UTC
--   help: use a type with a time zone, `DateTime<Utc>`, or give the value yourself
-- refused: clocks: firebird: a default of `local` cannot be the current time in UTC
--   help: use a type with a time zone, `DateTime<Utc>`, or give the value yourself
-- refused: evaluated: firebird: the default of `number` cannot be an expression: a DEFAULT of Firebird is a constant or the current time
--   help: use a constant
-- refused: evaluated: firebird: the default of `word` cannot be an expression: a DEFAULT of Firebird is a constant or the current time
--   help: use a constant

-- create
CREATE TABLE "made" (
    "id" BINARY(16) NOT NULL,
    "token" VARCHAR(36) CHARACTER SET UTF8 NOT NULL,
    "instant" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "perhaps" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "pk_made" PRIMARY KEY ("id")
);
COMMENT ON TABLE "made" IS 'The client makes these; the database makes the times for other writers.';
COMMENT ON COLUMN "made"."id" IS 'Made by the client.';
COMMENT ON COLUMN "made"."token" IS 'Made by the client, as a text.';
COMMENT ON COLUMN "made"."instant" IS 'Now.';
COMMENT ON COLUMN "made"."perhaps" IS 'Now, or nothing.';

-- drop
DROP TABLE "made";
