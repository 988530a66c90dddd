//! Tables with something of every kind, and what somebody may do to them by hand on each engine.

use tablewright::prelude::*;
use tablewright_schema::Dialect;

/// A place.
#[derive(Debug, Clone, Table)]
#[table(name = "places")]
pub struct Place {
    /// The key
    #[column(primary_key)]
    pub id: i64,
}

/// Somebody with something of every kind.
#[derive(Debug, Clone, Table)]
#[table(name = "people")]
#[index(name = "ix_people_town", columns(town desc, age desc))]
#[check(name = "ck_people_age", age >= 0 and age < 200)]
#[unique(name = "uq_people_mail", columns(mail))]
pub struct Person {
    /// The key
    #[column(primary_key, auto_increment)]
    pub id: i64,
    /// The town
    #[column(max_length = 60, default = "Durban")]
    pub town: String,
    /// In years
    #[column(default = 18)]
    pub age: i32,
    /// Where to write
    #[column(max_length = 40)]
    pub mail: Option<String>,
    /// Where it lives
    #[foreign_key(Place(id), on_delete = cascade)]
    #[index]
    pub place_id: Option<i64>,
    /// Ten times the age
    #[column(generated(age * 10))]
    pub decades: Option<i32>,
}

schema! {
    /// Tables to be tampered with.
    pub struct Tampered { tables: [Place, Person], dialects: [sqlite, postgres, mysql, mariadb, firebird] }
}

/// A change by hand.
pub struct Tamper {
    /// What is done.
    pub statements: &'static [&'static str],
    /// What is told of it.
    pub told: &'static [&'static str],
}

/// One after the other on one database.
pub fn tampers(dialect: Dialect) -> &'static [Tamper] {
    match dialect {
        Dialect::Sqlite => SQLITE,
        Dialect::Postgres => POSTGRES,
        Dialect::Mysql => MYSQL,
        Dialect::Mariadb => MARIADB,
        Dialect::Firebird => FIREBIRD,
        other => panic!("no server of {other} here"),
    }
}

const SQLITE: &[Tamper] = &[
    Tamper { statements: &["DROP INDEX ix_people_town"], told: &["people, index `ix_people_town`: is missing, should be over town desc, age desc"] },
    Tamper { statements: &["CREATE INDEX ix_people_town ON people (town, age DESC)"], told: &["people, index `ix_people_town`: is over town, age desc, should be over town desc, age desc"] },
    Tamper { statements: &["CREATE UNIQUE INDEX ix_more ON people (lower(mail)) WHERE age > 5"], told: &["people, index `ix_more`: is unique over (lower(mail)), where age > 5, should not be there"] },
    Tamper { statements: &["ALTER TABLE people ADD COLUMN hue TEXT NOT NULL DEFAULT '' CONSTRAINT ck_hue CHECK (hue <> 'red')"], told: &["people, check `ck_hue`: is hue <> 'red', should not be there", "people.hue: is TEXT, should not be there"] },
    Tamper { statements: &["ALTER TABLE people DROP COLUMN decades"], told: &["people.decades: is missing, should be INTEGER"] },
    Tamper { statements: &["CREATE TABLE strangers (id)"], told: &[] },
    Tamper { statements: &["CREATE VIEW views AS SELECT id FROM places"], told: &[] },
    Tamper { statements: &["DROP TABLE people", "CREATE TABLE people (id INTEGER PRIMARY KEY, \"town\" text DEFAULT 'Cape Town' NOT NULL, age INTEGER, mail TEXT NOT NULL UNIQUE, -- a remark, with a comma
   [place_id] INTEGER CONSTRAINT fk_people_place_id REFERENCES places ON DELETE SET NULL DEFAULT (1 + 2), decades INTEGER AS (age * 12) STORED, CHECK (age > 1), CONSTRAINT ck_people_age CHECK (age >= 0))"], told: &["people, check ``: is age > 1, should not be there", "people, check `ck_people_age`: is age >= 0, should be \"age\" >= 0 AND \"age\" < 200", "people, check `ck_people_mail`: is missing, should be length(\"mail\") <= 40", "people, check `ck_people_town`: is missing, should be length(\"town\") <= 60", "people, foreign key `fk_people_place_id`: is place_id to places (), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION", "people, index `ix_people_place_id`: is missing, should be over place_id", "people, index `ix_people_town`: is missing, should be over town desc, age desc", "people, unique constraint ``: is unique constraint over mail, should not be there", "people, unique constraint `uq_people_mail`: is missing, should be unique constraint over mail", "people.age: is nullable, should be NOT NULL", "people.age: the default is missing, should be 18", "people.decades: is stored, should be computed on each read", "people.decades: the computation is age * 12, should be \"age\" * 10", "people.id: is not numbered, should be numbered", "people.mail: is NOT NULL, should be nullable", "people.place_id: the default is 1 + 2, should not be there", "people.town: the default is 'Cape Town', should be 'Durban'"] },
    Tamper { statements: &["DROP TABLE places"], told: &["places: is missing"] },
];
const POSTGRES: &[Tamper] = &[
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN town TYPE varchar(40)"],
        told: &["people.town: is varchar(40), should be varchar(60)"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN town DROP NOT NULL"],
        told: &["people.town: is nullable, should be NOT NULL"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN age SET DEFAULT 21"],
        told: &["people.age: the default is 21, should be 18"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN age DROP DEFAULT"],
        told: &["people.age: the default is missing, should be 18"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN mail SET DEFAULT 'none'"],
        told: &["people.mail: the default is 'none'::character varying, should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN id DROP IDENTITY"],
        told: &["people.id: is not numbered, should be numbered"],
    },
    Tamper {
        statements: &["DROP INDEX ix_people_town"],
        told: &["people, index `ix_people_town`: is missing, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["CREATE INDEX ix_people_town ON people (town, age DESC)"],
        told: &["people, index `ix_people_town`: is over town, age desc, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["CREATE UNIQUE INDEX ix_more ON people (lower(mail)) WHERE age > 5"],
        told: &["people, index `ix_more`: is unique over (lower(mail::text)), where age > 5, should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP CONSTRAINT ck_people_age"],
        told: &["people, check `ck_people_age`: is missing, should be (age >= 0) AND (age < 200)"],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT ck_people_age CHECK (age >= 0)"],
        told: &["people, check `ck_people_age`: is age >= 0, should be (age >= 0) AND (age < 200)"],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT ck_more CHECK (town <> '')"],
        told: &["people, check `ck_more`: is (town)::text <> ''::text, should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP CONSTRAINT fk_people_place_id"],
        told: &[
            "people, foreign key `fk_people_place_id`: is missing, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
        ],
    },
    Tamper {
        statements: &[
            "ALTER TABLE people ADD CONSTRAINT fk_people_place_id FOREIGN KEY (place_id) REFERENCES places (id) ON DELETE SET NULL",
        ],
        told: &[
            "people, foreign key `fk_people_place_id`: is place_id to places (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT fk_more FOREIGN KEY (id) REFERENCES places (id) NOT VALID"],
        told: &[
            "people, foreign key `fk_more`: is id to places (id), on delete NO ACTION, on update NO ACTION, not valid, should not be there",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP CONSTRAINT uq_people_mail"],
        told: &["people, unique constraint `uq_people_mail`: is missing, should be unique constraint over mail"],
    },
    Tamper {
        statements: &["COMMENT ON TABLE people IS 'Nobody'"],
        told: &["people: the comment is `Nobody`, should be `Somebody with something of every kind.`"],
    },
    Tamper {
        statements: &["COMMENT ON COLUMN people.age IS NULL"],
        told: &["people.age: the comment is missing, should be `In years`"],
    },
    Tamper {
        statements: &[
            "ALTER TABLE people DROP COLUMN decades",
            "ALTER TABLE people ADD COLUMN decades integer GENERATED ALWAYS AS (age * 12) STORED",
        ],
        told: &[
            "people.decades: the comment is missing, should be `Ten times the age`",
            "people.decades: the computation is age * 12, should be age * 10",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD COLUMN hue text"],
        told: &["people.hue: is text, should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP COLUMN mail"],
        told: &["people.mail: is missing, should be varchar(40)"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP CONSTRAINT pk_people"],
        told: &["people, the primary key: is missing, should be over id"],
    },
    Tamper { statements: &["CREATE TABLE strangers (id bigint)"], told: &[] },
    Tamper { statements: &["CREATE VIEW views AS SELECT id FROM places"], told: &[] },
    Tamper {
        statements: &["ALTER TABLE places RENAME TO elsewhere"],
        told: &[
            "people, foreign key `fk_more`: is id to elsewhere (id), on delete NO ACTION, on update NO ACTION, not valid, should not be there",
            "people, foreign key `fk_people_place_id`: is place_id to elsewhere (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
            "places: is missing",
        ],
    },
];
const MYSQL: &[Tamper] = &[
    Tamper {
        statements: &["ALTER TABLE people MODIFY town varchar(40) NOT NULL DEFAULT 'Durban' COMMENT 'The town'"],
        told: &["people.town: is varchar(40), should be varchar(60)"],
    },
    Tamper {
        statements: &[
            "ALTER TABLE people MODIFY town varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL DEFAULT 'Durban' COMMENT 'The town'",
        ],
        told: &["people.town: is varchar(60) COLLATE utf8mb4_general_ci, should be varchar(60)"],
    },
    Tamper {
        statements: &["ALTER TABLE people MODIFY town varchar(60) DEFAULT 'Durban' COMMENT 'The town'"],
        told: &["people.town: is nullable, should be NOT NULL"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN age SET DEFAULT 21"],
        told: &["people.age: the default is '21', should be '18'"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN age DROP DEFAULT"],
        told: &["people.age: the default is missing, should be '18'"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN mail SET DEFAULT 'none'"],
        told: &["people.mail: the default is 'none', should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people MODIFY id bigint NOT NULL COMMENT 'The key'"],
        told: &["people.id: is not numbered, should be numbered"],
    },
    Tamper {
        statements: &["DROP INDEX ix_people_town ON people"],
        told: &["people, index `ix_people_town`: is missing, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["CREATE INDEX ix_people_town ON people (town(10), age DESC)"],
        told: &["people, index `ix_people_town`: is over town to 10, age desc, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["CREATE UNIQUE INDEX ix_more ON people (mail, age)"],
        told: &["people, index `ix_more`: is unique over mail, age, should not be there"],
    },
    Tamper {
        statements: &["CREATE INDEX ix_lower ON people ((lower(mail)))"],
        told: &["people, index `ix_lower`: is over (lower(`mail`)), should not be there"],
    },
    Tamper {
        statements: &["DROP INDEX ix_lower ON people", "CREATE INDEX ix_lower ON people ((upper(mail)))"],
        told: &["people, index `ix_lower`: is over (upper(`mail`)), should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP CHECK ck_people_age"],
        told: &["people, check `ck_people_age`: is missing, should be (`age` >= 0) and (`age` < 200)"],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT ck_people_age CHECK (age >= 0)"],
        told: &["people, check `ck_people_age`: is `age` >= 0, should be (`age` >= 0) and (`age` < 200)"],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT ck_more CHECK (town <> '')"],
        told: &["people, check `ck_more`: is `town` <> '', should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP FOREIGN KEY fk_people_place_id"],
        told: &[
            "people, foreign key `fk_people_place_id`: is missing, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
        ],
    },
    Tamper {
        statements: &[
            "ALTER TABLE people ADD CONSTRAINT fk_people_place_id FOREIGN KEY (place_id) REFERENCES places (id) ON DELETE SET NULL",
        ],
        told: &[
            "people, foreign key `fk_people_place_id`: is place_id to places (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT fk_more FOREIGN KEY (id) REFERENCES places (id)"],
        told: &[
            "people, foreign key `fk_more`: is id to places (id), on delete NO ACTION, on update NO ACTION, should not be there",
        ],
    },
    Tamper {
        statements: &["DROP INDEX uq_people_mail ON people"],
        told: &["people, index `uq_people_mail`: is missing, should be unique over mail"],
    },
    Tamper {
        statements: &["ALTER TABLE people COMMENT = 'Nobody'"],
        told: &["people: the comment is `Nobody`, should be `Somebody with something of every kind.`"],
    },
    Tamper {
        statements: &["ALTER TABLE people MODIFY age int NOT NULL"],
        told: &["people.age: the comment is missing, should be `In years`"],
    },
    Tamper {
        statements: &[
            "ALTER TABLE people DROP COLUMN decades",
            "ALTER TABLE people ADD COLUMN decades int GENERATED ALWAYS AS (age * 12) STORED",
        ],
        told: &[
            "people.decades: is stored, should be computed on each read",
            "people.decades: the comment is missing, should be `Ten times the age`",
            "people.decades: the computation is `age` * 12, should be `age` * 10",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD COLUMN hue longtext"],
        told: &["people.hue: is longtext, should not be there"],
    },
    Tamper {
        statements: &[
            "DROP INDEX ix_lower ON people",
            "DROP INDEX ix_more ON people",
            "ALTER TABLE people DROP COLUMN mail",
        ],
        told: &["people.mail: is missing, should be varchar(40)"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP FOREIGN KEY fk_more", "ALTER TABLE people DROP PRIMARY KEY"],
        told: &["people, the primary key: is missing, should be over id"],
    },
    Tamper { statements: &["CREATE TABLE strangers (id bigint)"], told: &[] },
    Tamper { statements: &["CREATE VIEW views AS SELECT id FROM places"], told: &[] },
    Tamper {
        statements: &["RENAME TABLE places TO elsewhere"],
        told: &[
            "people, foreign key `fk_people_place_id`: is place_id to elsewhere (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
            "places: is missing",
        ],
    },
];
const MARIADB: &[Tamper] = &[
    Tamper {
        statements: &["ALTER TABLE people MODIFY town varchar(40) NOT NULL DEFAULT 'Durban' COMMENT 'The town'"],
        told: &["people.town: is varchar(40), should be varchar(60)"],
    },
    Tamper {
        statements: &[
            "ALTER TABLE people MODIFY town varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL DEFAULT 'Durban' COMMENT 'The town'",
        ],
        told: &["people.town: is varchar(60) COLLATE utf8mb4_general_ci, should be varchar(60)"],
    },
    Tamper {
        statements: &["ALTER TABLE people MODIFY town varchar(60) DEFAULT 'Durban' COMMENT 'The town'"],
        told: &["people.town: is nullable, should be NOT NULL"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN age SET DEFAULT 21"],
        told: &["people.age: the default is 21, should be 18"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN age DROP DEFAULT"],
        told: &["people.age: the default is missing, should be 18"],
    },
    Tamper {
        statements: &["ALTER TABLE people ALTER COLUMN mail SET DEFAULT 'none'"],
        told: &["people.mail: the default is 'none', should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people MODIFY id bigint NOT NULL COMMENT 'The key'"],
        told: &["people.id: is not numbered, should be numbered"],
    },
    Tamper {
        statements: &["DROP INDEX ix_people_town ON people"],
        told: &["people, index `ix_people_town`: is missing, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["CREATE INDEX ix_people_town ON people (town(10), age DESC)"],
        told: &["people, index `ix_people_town`: is over town to 10, age desc, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["CREATE UNIQUE INDEX ix_more ON people (mail, age)"],
        told: &["people, index `ix_more`: is unique over mail, age, should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP CONSTRAINT ck_people_age"],
        told: &["people, check `ck_people_age`: is missing, should be `age` >= 0 and `age` < 200"],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT ck_people_age CHECK (age >= 0)"],
        told: &["people, check `ck_people_age`: is `age` >= 0, should be `age` >= 0 and `age` < 200"],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT ck_more CHECK (town <> '')"],
        told: &["people, check `ck_more`: is `town` <> '', should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP FOREIGN KEY fk_people_place_id"],
        told: &[
            "people, foreign key `fk_people_place_id`: is missing, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
        ],
    },
    Tamper {
        statements: &[
            "ALTER TABLE people ADD CONSTRAINT fk_people_place_id FOREIGN KEY (place_id) REFERENCES places (id) ON DELETE SET NULL",
        ],
        told: &[
            "people, foreign key `fk_people_place_id`: is place_id to places (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD CONSTRAINT fk_more FOREIGN KEY (id) REFERENCES places (id)"],
        told: &[
            "people, foreign key `fk_more`: is id to places (id), on delete NO ACTION, on update NO ACTION, should not be there",
        ],
    },
    Tamper {
        statements: &["DROP INDEX uq_people_mail ON people"],
        told: &["people, index `uq_people_mail`: is missing, should be unique over mail"],
    },
    Tamper {
        statements: &["ALTER TABLE people COMMENT = 'Nobody'"],
        told: &["people: the comment is `Nobody`, should be `Somebody with something of every kind.`"],
    },
    Tamper {
        statements: &["ALTER TABLE people MODIFY age int NOT NULL"],
        told: &["people.age: the comment is missing, should be `In years`"],
    },
    Tamper {
        statements: &[
            "ALTER TABLE people DROP COLUMN decades",
            "ALTER TABLE people ADD COLUMN decades int GENERATED ALWAYS AS (age * 12) STORED",
        ],
        told: &[
            "people.decades: is stored, should be computed on each read",
            "people.decades: the comment is missing, should be `Ten times the age`",
            "people.decades: the computation is `age` * 12, should be `age` * 10",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE people ADD COLUMN hue longtext"],
        told: &["people.hue: is longtext, should not be there"],
    },
    Tamper {
        statements: &["DROP INDEX ix_more ON people", "ALTER TABLE people DROP COLUMN mail"],
        told: &["people.mail: is missing, should be varchar(40)"],
    },
    Tamper {
        statements: &["ALTER TABLE people DROP FOREIGN KEY fk_more", "ALTER TABLE people DROP PRIMARY KEY"],
        told: &["people, the primary key: is missing, should be over id"],
    },
    Tamper { statements: &["CREATE TABLE strangers (id bigint)"], told: &[] },
    Tamper { statements: &["CREATE VIEW views AS SELECT id FROM places"], told: &[] },
    Tamper {
        statements: &["RENAME TABLE places TO elsewhere"],
        told: &[
            "people, foreign key `fk_people_place_id`: is place_id to elsewhere (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
            "places: is missing",
        ],
    },
];
const FIREBIRD: &[Tamper] = &[
    Tamper {
        statements: &[
            "DROP INDEX \"ix_people_town\"",
            "ALTER TABLE \"people\" ALTER COLUMN \"town\" TYPE VARCHAR(80) CHARACTER SET UTF8",
            "CREATE DESCENDING INDEX \"ix_people_town\" ON \"people\" (\"town\", \"age\")",
        ],
        told: &["people.town: is VARCHAR(80) CHARACTER SET UTF8, should be VARCHAR(60) CHARACTER SET UTF8"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ALTER COLUMN \"town\" DROP NOT NULL"],
        told: &["people.town: is nullable, should be NOT NULL"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ALTER COLUMN \"age\" SET DEFAULT 21"],
        told: &["people.age: the default is 21, should be 18"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ALTER COLUMN \"age\" DROP DEFAULT"],
        told: &["people.age: the default is missing, should be 18"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ALTER COLUMN \"mail\" SET DEFAULT 'none'"],
        told: &["people.mail: the default is 'none', should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ALTER COLUMN \"id\" DROP IDENTITY"],
        told: &["people.id: is not numbered, should be numbered"],
    },
    Tamper {
        statements: &["DROP INDEX \"ix_people_town\""],
        told: &["people, index `ix_people_town`: is missing, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["CREATE INDEX \"ix_people_town\" ON \"people\" (\"town\", \"age\")"],
        told: &["people, index `ix_people_town`: is over town, age, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["ALTER INDEX \"ix_people_town\" INACTIVE"],
        told: &["people, index `ix_people_town`: is over town, age, inactive, should be over town desc, age desc"],
    },
    Tamper {
        statements: &["CREATE UNIQUE INDEX \"ix_more\" ON \"people\" COMPUTED BY (LOWER(\"mail\"))"],
        told: &["people, index `ix_more`: is unique over (LOWER(\"mail\")), should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" DROP CONSTRAINT \"ck_people_age\""],
        told: &["people, check `ck_people_age`: is missing, should be \"age\" >= 0 AND \"age\" < 200"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ADD CONSTRAINT \"ck_people_age\" CHECK (\"age\" >= 0)"],
        told: &["people, check `ck_people_age`: is \"age\" >= 0, should be \"age\" >= 0 AND \"age\" < 200"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ADD CONSTRAINT \"ck_more\" CHECK (\"town\" <> '')"],
        told: &["people, check `ck_more`: is \"town\" <> '', should not be there"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" DROP CONSTRAINT \"fk_people_place_id\""],
        told: &[
            "people, foreign key `fk_people_place_id`: is missing, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
        ],
    },
    Tamper {
        statements: &[
            "ALTER TABLE \"people\" ADD CONSTRAINT \"fk_people_place_id\" FOREIGN KEY (\"place_id\") REFERENCES \"places\" (\"id\") ON DELETE SET NULL",
        ],
        told: &[
            "people, foreign key `fk_people_place_id`: is place_id to places (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
        ],
    },
    Tamper {
        statements: &[
            "ALTER TABLE \"people\" ADD CONSTRAINT \"fk_more\" FOREIGN KEY (\"id\") REFERENCES \"places\" (\"id\")",
        ],
        told: &[
            "people, foreign key `fk_more`: is id to places (id), on delete NO ACTION, on update NO ACTION, should not be there",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" DROP CONSTRAINT \"uq_people_mail\""],
        told: &["people, unique constraint `uq_people_mail`: is missing, should be unique constraint over mail"],
    },
    Tamper {
        statements: &["COMMENT ON TABLE \"people\" IS 'Nobody'"],
        told: &["people: the comment is `Nobody`, should be `Somebody with something of every kind.`"],
    },
    Tamper {
        statements: &["COMMENT ON COLUMN \"people\".\"age\" IS NULL"],
        told: &["people.age: the comment is missing, should be `In years`"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ALTER COLUMN \"decades\" COMPUTED BY (\"age\" * 12)"],
        told: &[
            "people.decades: is BIGINT, should be INTEGER",
            "people.decades: the computation is \"age\" * 12, should be \"age\" * 10",
        ],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" ADD \"hue\" BLOB SUB_TYPE TEXT CHARACTER SET UTF8"],
        told: &["people.hue: is BLOB SUB_TYPE TEXT CHARACTER SET UTF8, should not be there"],
    },
    Tamper {
        statements: &["DROP INDEX \"ix_more\"", "ALTER TABLE \"people\" DROP \"mail\""],
        told: &["people.mail: is missing, should be VARCHAR(40) CHARACTER SET UTF8"],
    },
    Tamper {
        statements: &["ALTER TABLE \"people\" DROP CONSTRAINT \"pk_people\""],
        told: &["people, the primary key: is missing, should be over id"],
    },
    Tamper { statements: &["CREATE TABLE \"strangers\" (\"id\" BIGINT)"], told: &[] },
    Tamper { statements: &["CREATE VIEW \"views\" AS SELECT \"id\" FROM \"places\""], told: &[] },
    Tamper {
        statements: &[
            "DROP VIEW \"views\"",
            "ALTER TABLE \"people\" DROP CONSTRAINT \"fk_people_place_id\"",
            "ALTER TABLE \"people\" DROP CONSTRAINT \"fk_more\"",
            "DROP TABLE \"places\"",
        ],
        told: &[
            "people, foreign key `fk_people_place_id`: is missing, should be place_id to places (id), on delete CASCADE, on update NO ACTION",
            "places: is missing",
        ],
    },
];
