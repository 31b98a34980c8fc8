-- What each outlet gave.  Variable: run_id.
FROM site_volume WHERE run_id = getvariable('run_id') ORDER BY articles DESC, site;
