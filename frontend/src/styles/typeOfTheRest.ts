import './generated/type-rest.css';
