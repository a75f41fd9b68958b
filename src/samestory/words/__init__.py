"""Words by themselves: how they are cut and compared, their spellings, short forms and lists."""
