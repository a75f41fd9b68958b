"""The lines of a page that are not the article's: menus, credits, captions, notices."""
