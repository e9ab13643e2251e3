export function ImportDialog(_props: { readonly onClose: () => void }) {
  return null;
}
