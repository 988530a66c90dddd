-- create
CREATE TABLE "addresses" (
    "id" bigint NOT NULL,
    "email" varchar(100) NOT NULL,
    CONSTRAINT "pk_addresses" PRIMARY KEY ("id")
);
CREATE INDEX "ix_addresses_email" ON "addresses" ((LOWER("email")));
CREATE TABLE "boxes" (
    "id" bigint NOT NULL,
    "width" bigint NOT NULL,
    "height" bigint NOT NULL,
    CONSTRAINT "pk_boxes" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ix_boxes_area" ON "boxes" (("width" * "height"));

-- drop
DROP TABLE "boxes";
DROP TABLE "addresses";
