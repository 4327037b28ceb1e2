const colours = ['paper', 'surface', 'ink', 'muted', 'line', 'line-strong', 'action', 'action-strong', 'action-tint', 'danger', 'danger-tint', 'soon', 'soon-tint', 'done', 'done-tint', 'focus'];
const sizes = ['small', 'text', 'lead', 'h3', 'h2', 'h1'];

/** The tokens themselves: colours and the type scale. */
export const Swatches = () => (
  <section className="gallery-part">
    <h2>Tokens</h2>
    <ul className="gallery-swatches">
      {colours.map((name) => (
        <li key={name}>
          <span className={`gallery-swatch gallery-${name}`} aria-hidden="true" />
          <code>--{name}</code>
        </li>
      ))}
    </ul>
    {sizes.map((name) => (
      <p key={name} className={`gallery-size-${name}`}>
        {name}: ỦY BAN NHÂN DÂN PHƯỜNG – Nguyễn Thị Ngọc Ẩn
      </p>
    ))}
  </section>
);
