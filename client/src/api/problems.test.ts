import { describe, expect, it } from 'vitest';
import { ApiFailure, messageOf, problemsFromBody, problemsOf, targetOf } from './problems';

describe('problems from the error body', () => {
  it('lists every detail, with the reference of the whole', () => {
    const body = {
      error: {
        code: 'Application_DialogException',
        message: 'Kan niet boeken.  CorrelationId:  7f1c.',
        details: [
          { code: 'E-DATE', target: 'postingDate', message: 'Datum valt buiten de periode.' },
          {
            code: 'E-STOCK',
            target: 'salesOrderLines(42)/quantity',
            message: 'Te weinig voorraad.',
            link: { entity: 'items', number: '1000' },
          },
        ],
      },
    };

    const problems = problemsFromBody(400, body, 'nl');

    expect(problems).toEqual([
      {
        code: 'E-DATE',
        target: 'postingDate',
        message: 'Datum valt buiten de periode.',
        reference: '7f1c',
      },
      {
        code: 'E-STOCK',
        target: 'salesOrderLines(42)/quantity',
        message: 'Te weinig voorraad.',
        link: { entity: 'items', number: '1000' },
        reference: '7f1c',
      },
    ]);
  });

  it('takes the error itself when it has no details', () => {
    const body = {
      error: { code: 'Unknown', message: 'Nee.  CorrelationId:  1.', target: 'email' },
    };
    expect(problemsFromBody(400, body, 'nl')).toEqual([
      { code: 'Unknown', message: 'Nee.', target: 'email', reference: '1' },
    ]);
  });

  it('keeps the message when details only name the version', () => {
    const body = {
      error: {
        code: 'Request_EntityChanged',
        message: 'Gewijzigd.',
        details: [{ target: '@odata.etag' }],
      },
    };
    const problems = problemsFromBody(409, body, 'nl');
    expect(problems[0]!.message).toBe('Gewijzigd.');
    expect(new ApiFailure(409, problems).isStale).toBe(true);
  });

  it('says that the server failed when the answer is not of the API', () => {
    expect(problemsFromBody(502, null, 'en')[0]!.code).toBe('http502');
  });

  it('says that there is no connection', () => {
    expect(problemsOf(new TypeError('Failed to fetch'), 'nl')[0]!.code).toBe('offline');
  });
});

describe('the field that a problem is about', () => {
  it('is a field of the header', () => {
    expect(targetOf({ code: '', message: '', target: 'postingDate' })).toEqual({
      field: 'postingDate',
    });
  });

  it('is a field of a line', () => {
    const problem = { code: '', message: '', target: 'salesOrderLines(42)/quantity' };
    expect(targetOf(problem)).toEqual({ field: 'quantity', lineId: '42' });
  });

  it('is nothing for an annotation', () => {
    expect(targetOf({ code: '', message: '', target: '@odata.etag' })).toBeNull();
  });
});

describe('a message', () => {
  const captions = new Map([['postingDate', 'Boekingsdatum']]);

  it('calls a field as the page does', () => {
    const message = 'Verkooporder VR1: postingDate 02-03-2026 valt buiten de periode.';
    expect(messageOf({ code: '', message, target: 'postingDate' }, captions)).toBe(
      'Verkooporder VR1: Boekingsdatum 02-03-2026 valt buiten de periode.',
    );
  });

  it('stays as it is where the page does not show the field', () => {
    const message = 'dueDate ontbreekt.';
    expect(messageOf({ code: '', message, target: 'dueDate' }, captions)).toBe(message);
  });
});
