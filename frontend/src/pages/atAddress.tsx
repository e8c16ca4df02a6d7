import type { ReactElement } from 'react';
import { Navigate, Route, Routes } from 'react-router';

/** A story of a page that reads its address; where it leads away, the new address is shown. */
export const atAddress = (path: string, pattern: string, element: ReactElement) => (
  <Routes>
    <Route path="/" element={<Navigate replace to={path} />} />
    <Route path={pattern} element={element} />
    <Route path="*" element={null} />
  </Routes>
);
