import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { App } from './shell/App';
import { Failing } from './shell/Failing';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Failing>
      <App />
    </Failing>
  </StrictMode>,
);
