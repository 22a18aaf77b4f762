// poppler's interface is C++; pdf-words includes it itself.
