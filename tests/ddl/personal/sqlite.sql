-- create
CREATE TABLE "patients" (
    "id" BLOB NOT NULL CONSTRAINT "ck_patients_id" CHECK (length("id") = 16),
    "name" TEXT NOT NULL CONSTRAINT "ck_patients_name" CHECK (length("name") <= 40),
    "email" TEXT CONSTRAINT "ck_patients_email" CHECK (length("email") <= 40),
    "ward" TEXT NOT NULL CONSTRAINT "ck_patients_ward" CHECK (length("ward") <= 20),
    CONSTRAINT "pk_patients" PRIMARY KEY ("id"),
    CONSTRAINT "uq_patients_email" UNIQUE ("email")
) STRICT;

-- drop
DROP TABLE "patients";
