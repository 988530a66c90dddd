-- create
CREATE TABLE "patients" (
    "id" uuid NOT NULL,
    "name" varchar(40) NOT NULL,
    "email" varchar(40),
    "ward" varchar(20) NOT NULL,
    CONSTRAINT "pk_patients" PRIMARY KEY ("id"),
    CONSTRAINT "uq_patients_email" UNIQUE ("email")
);
COMMENT ON TABLE "patients" IS 'A patient: most of it is nobody''s business.';
COMMENT ON COLUMN "patients"."id" IS 'Made by the client.';
COMMENT ON COLUMN "patients"."name" IS 'Personal.';
COMMENT ON COLUMN "patients"."email" IS 'Personal and unique, so that it could stand in a message about a violation.';
COMMENT ON COLUMN "patients"."ward" IS 'Not personal.';

-- drop
DROP TABLE "patients";
