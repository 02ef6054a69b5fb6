-- Times are nanoseconds since the epoch (UTC): a timestamp of PostgreSQL would cut them to microseconds.
CREATE TABLE points (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    twin    text COLLATE "C" NOT NULL,
    name    text COLLATE "C" NOT NULL,
    unit    text NOT NULL,                  -- UCUM; of each sample that says nothing else
    sampled boolean NOT NULL DEFAULT false, -- false where only gaps or notes are known
    UNIQUE (twin, name)
);

-- One row for each offset of the log, as it came; the key is also the index of every question.
CREATE TABLE samples (
    time       bigint   NOT NULL,           -- source time
    log_offset bigint   NOT NULL,
    received   bigint   NOT NULL,
    number     double precision,            -- kind 1
    whole      bigint,                      -- kind 2, and 0 or 1 for kind 3
    point      integer  NOT NULL,
    quality    integer  NOT NULL,           -- OPC UA StatusCode; negative is bad
    kind       smallint NOT NULL,           -- 0 none, 1 double, 2 long, 3 boolean, 4 text
    trace      uuid,
    text       text,                        -- kind 4
    raw        bytea,                       -- kind 4 where text cannot hold it (U+0000, half a surrogate pair): UTF-16BE
    unit       text,                        -- UCUM where it is not that of the point
    PRIMARY KEY (point, time, log_offset)
) ${partitioned};

CREATE TABLE gaps (
    point      integer NOT NULL REFERENCES points,
    start      bigint  NOT NULL,
    until      bigint  NOT NULL,
    log_offset bigint  NOT NULL,
    unit       text    NOT NULL,
    reason     text    NOT NULL             -- empty for what a backfill brought, which narrows earlier gaps
);
CREATE INDEX ON gaps (point, until);

-- The greatest offset of a time holds; the samples of that time stay as they are.
CREATE TABLE corrections (
    point      integer  NOT NULL REFERENCES points,
    time       bigint   NOT NULL,
    log_offset bigint   NOT NULL,
    number     double precision,
    whole      bigint,
    quality    integer  NOT NULL,
    kind       smallint NOT NULL,
    text       text,
    raw        bytea,
    unit       text     NOT NULL,
    author     text     NOT NULL,
    reason     text     NOT NULL,
    said       bigint   NOT NULL,
    PRIMARY KEY (point, time, log_offset)
);

CREATE TABLE annotations (
    id         text PRIMARY KEY,
    twin       text COLLATE "C" NOT NULL,
    point      text COLLATE "C",            -- null for the twin as a whole
    start      bigint NOT NULL,
    until      bigint NOT NULL,
    text       text   NOT NULL,
    author     text   NOT NULL,
    said       bigint NOT NULL,
    log_offset bigint NOT NULL
);
CREATE INDEX ON annotations (twin, until);

-- The next offset of the log that is wanted; changed in the transaction that stores what lies before it.
CREATE TABLE consumers (
    name     text PRIMARY KEY,
    position bigint NOT NULL
);
INSERT INTO consumers VALUES ('history', 0);

-- For people who ask in SQL. Restrict samples.time, not the timestamp: only that is indexed.
CREATE VIEW readings AS
    SELECT p.twin, p.name AS point, timestamptz 'epoch' + s.time / 1000 * interval '1 microsecond' AS at,
           coalesce(s.number, s.whole) AS value, s.text, coalesce(s.unit, p.unit) AS unit, s.quality, s.time, s.log_offset
    FROM samples s JOIN points p ON p.id = s.point;
