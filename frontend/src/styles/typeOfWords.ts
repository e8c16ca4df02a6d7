import './generated/type-words.css';
