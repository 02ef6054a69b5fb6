-- What is known of the samples of a point in one minute or hour; time is the begin of it. Corrected values, without regard to gaps.
CREATE TABLE minutes (
    time          bigint  NOT NULL,
    count         bigint  NOT NULL,        -- samples of any quality
    numbers       bigint  NOT NULL,        -- of them numbers of good or uncertain quality
    mean          double precision,
    squares       double precision,        -- sum of the squares of the distances from the mean
    weighted      double precision,        -- sum of number times nanoseconds it held, from the first sample to the last
    weighted_ns   bigint  NOT NULL,
    good_ns       bigint  NOT NULL,
    uncertain_ns  bigint  NOT NULL,
    bad_ns        bigint  NOT NULL,
    lowest        double precision,
    highest       double precision,
    point         integer NOT NULL,
    kept          bytea,                   -- first, last, lowest and highest sample; null where sums cannot stand for the samples
    PRIMARY KEY (point, time)
) PARTITION BY RANGE (time);

CREATE TABLE hours (LIKE minutes INCLUDING ALL) PARTITION BY RANGE (time);

-- What must be summed up (again): a sample or a correction came. Written with it in one transaction, removed in one with the sum.
CREATE TABLE unsummed (
    time  bigint   NOT NULL,
    point integer  NOT NULL,
    hour  boolean  NOT NULL
);
CREATE INDEX ON unsummed (point, time);
CREATE INDEX ON unsummed (hour, time);
