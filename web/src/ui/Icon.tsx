const drawings = {
  home: 'M4 11 12 4l8 7M6 9.500V20h12V9.500M10 20v-6h4v6',
  services: 'M7 3h8l4 4v14H7zM15 3v4h4M10 12h6M10 16h4',
  council: 'M4 5h11v8H9l-3 3v-3H4zM18 9h2v8h-2v3l-3-3h-4v-1',
  me: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 21c0-4 3.500-6 8-6s8 2 8 6',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.500 10 17.500 19 7',
  attention: 'M12 4 2.500 20h19zM12 10v5M12 17.500v.5',
  info: 'M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17M12 11v5.500M12 7.500V8',
  search: 'M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13M15.500 15.500 20 20',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7',
  speaker: 'M4 9.500h3.500L12 6v12l-4.500-3.500H4zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  stop: 'M7 7h10v10H7z',
  eye: 'M2.500 12C5 7.500 8.300 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.800 6.500-9.500 6.500S5 16.500 2.500 12M12 9.200a2.800 2.800 0 1 1 0 5.600 2.800 2.800 0 0 1 0-5.600',
  print: 'M7 8V4h10v4M7 17H4V8h16v9h-3M7 14h10v6H7z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M5.500 11.500h1v1h-1zM11.500 11.500h1v1h-1zM17.500 11.500h1v1h-1z',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3.500V7M15 3.500V7',
  phone: 'M6 4h4l1.500 4.500L9 10.500a11 11 0 0 0 4.500 4.500l2-2.500L20 14v4c0 1-1 2-2 2C11 20 4 13 4 6c0-1 1-2 2-2',
  leave: 'M14 4h5v16h-5M11 8l-4 4 4 4M7 12h9',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  offline: 'M4 4l16 16M8.500 15a5 5 0 0 1 6-1M5.500 11.500A9 9 0 0 1 9 9.500M12.500 8.500a9 9 0 0 1 6 3M12 18.500h.01',
} as const

export type IconName = keyof typeof drawings

/** A line drawing beside words; never alone, so it says nothing to a screen reader. */
export function Icon({ name, size = '1.35em' }: { readonly name: IconName; readonly size?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.800"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
