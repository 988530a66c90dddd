-- a column is added
-- as without `online`

-- a column is added with a default
-- as without `online`

-- a required column is added with a default
-- as without `online`

-- a truth value is added
-- as without `online`

-- a column goes, and others come
-- as without `online`

-- a required column is added without a value
-- as without `online`

-- a required column is added with a value for the rows
-- as without `online`

-- a computed column is added
-- as without `online`

-- a column is dropped
-- as without `online`

-- a column gets another name
-- as without `online`

-- a column that others are computed from gets another name
-- as without `online`

-- a number gets wider
-- as without `online`

-- a number gets narrower
-- as without `online`

-- a text gets shorter
-- as without `online`

-- a text becomes one of some values
-- as without `online`

-- a number becomes a text
-- as without `online`

-- a decimal gets fewer digits after the point
-- as without `online`

-- a number becomes a truth value
-- as without `online`

-- a column is numbered no longer
-- as without `online`

-- a check, an index and a reference get another name
-- as without `online`

-- a decimal becomes a binary fraction
-- as without `online`

-- a text becomes a number
-- as without `online`

-- a text becomes a decimal
-- as without `online`

-- a text becomes a day
-- as without `online`

-- a time becomes a day
-- as without `online`

-- a UUID becomes a text
-- as without `online`

-- an enumeration gets other values
-- as without `online`

-- a numbered column is added and is the key
-- as without `online`

-- a computed column changes
-- as without `online`

-- a table goes
-- as without `online`

-- a column becomes required
-- as without `online`

-- a column becomes required, with a value for those without
-- as without `online`

-- a column need not be there
-- as without `online`

-- a default comes
-- as without `online`

-- a unique constraint comes
-- as without `online`

-- a check changes
-- as without `online`

-- an index changes
-- as without `online`

-- a reference changes
-- as without `online`

-- a primary key changes
-- as without `online`

-- a table gets another name
-- as without `online`

-- a table comes and refers to another
-- as without `online`

-- comments come
-- as without `online`

-- a default comes with another type
-- as without `online`

-- a text loses its limit
-- as without `online`

-- a column that is unique may be absent
-- as without `online`

-- a column that is pointed to gets another name
-- as without `online`

-- a numbered column gets narrower
-- as without `online`

-- a table goes and another comes
-- as without `online`

-- a reference comes that begins with the columns of another
-- as without `online`

-- a reference goes, whose columns are the first ones of another
-- as without `online`

-- a reference goes that begins with the columns of another
-- as without `online`
