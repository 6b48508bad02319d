import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ mark: { width: '28px', height: '28px', flexShrink: 0 } });

/** The counter's bell: the product's mark, as in icon.svg. */
export function Mark() {
  return (
    <svg className={useStyles().mark} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#9c3f27" />
      <path d="M8 21a8 8 0 0 1 16 0z" fill="#f6c98f" />
      <path
        d="M5 24h22M16 6v4M6.8 10.8l2.6 2.6M25.2 10.8l-2.6 2.6"
        stroke="#fdf3e7"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
